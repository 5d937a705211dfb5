import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HOSTILE_FILES } from './hostile-files.ts';

/** What the folder of the plan is called, which its program is named after. */
export const SAME_PLAN = 'same';
/** As of when it is checked. */
export const SAME_DAY = '2026-11-21';
/** The plans in it, by their folders: the example has a `milepost.yaml` of its own. */
export const SAME_ROOTS: readonly string[] = ['', 'atlas'];
/** What the command line finds, as it is committed. */
export const EXPECTED = new URL('expected.jsonl', import.meta.url);

const EXAMPLE = fileURLToPath(new URL('../../examples/atlas/', import.meta.url));

/** The files that every host has to find the same in: the hostile ones, and the example as a plan of its own below. */
export function samePlan(): Readonly<Record<string, Uint8Array>> {
  const example = readdirSync(EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.vscode'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .map((path) => [`atlas/${path.slice(EXAMPLE.length).replace(/^\/+/, '')}`, readFileSync(path)] as const);
  return { ...HOSTILE_FILES, ...Object.fromEntries(example) };
}
