/** Entries as a list of Markdown, the first few of many; the rest is only counted. */
export function* listOf(entries: readonly string[], most: number): Generator<string> {
  for (const entry of entries.slice(0, most)) yield `- ${entry}`;
  if (entries.length > most) yield `- And ${entries.length - most} more.`;
}
