/** What is replaced in a file: it stands there once. Instead of nothing, a new file is written. */
export type Edit = readonly [file: string, from: string, to: string];

/** Files with some things in them replaced. */
export function edited(files: Readonly<Record<string, string>>, edits: readonly Edit[]): Record<string, string> {
  const changed = { ...files };
  for (const [file, from, to] of edits) {
    if (from === '') {
      changed[file] = to;
      continue;
    }
    const parts = (changed[file] ?? '').split(from);
    if (parts.length !== 2) throw new Error(`${file} does not have this once:\n${from}`);
    changed[file] = parts.join(to);
  }
  return changed;
}
