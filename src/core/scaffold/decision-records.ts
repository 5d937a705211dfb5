import type { NewFile } from './first-plan.ts';

/** A folder that seems to hold decision records, and how many. */
export interface RecordFolder {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
  readonly count: number;
}

/** What people call the folder that their decision records are in. */
const FOLDER = /^(?:adrs?|decisions?|(?:architecture|architectural)[-_]decisions?|decision[-_](?:log|records?))$/i;

/** Records are numbered, or begin with a date. */
const RECORD = /^(?:adr[-_ ]?)?\d{2,}[-_. ].*\.md$/i;

/** The folders among some files that seem to hold decision records, by their names alone; the fullest first. */
export function recordFolders(paths: Iterable<string>): readonly RecordFolder[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(slash, 0));
    const isRecord = RECORD.test(path.slice(slash + 1)) && FOLDER.test(folder.slice(folder.lastIndexOf('/') + 1));
    if (isRecord) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .map(([path, count]) => ({ path, count }))
    .sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1));
}

/** A `milepost.yaml` that has the decision records in some folders read. */
export function recordConfig(folders: readonly string[]): NewFile {
  return {
    path: 'milepost.yaml',
    text: `# Decision records are decisions of the plan, and are read as they are.\nadapters:\n  - ${recordAdapter(folders)}\n`,
  };
}

/** The same on one line, for a `milepost.yaml` that is there already. */
export const recordLine = (folders: readonly string[]): string => `adapters: [${recordAdapter(folders)}]`;

/** The same as an entry of a list that is there already. */
export const recordEntry = (folders: readonly string[]): string => `- ${recordAdapter(folders)}`;

function recordAdapter(folders: readonly string[]): string {
  const files = folders.map((folder) => JSON.stringify(`${escaped(folder)}/*.md`)).join(', ');
  return `{ use: adr, files: [${files}] }`;
}

/** A path as a glob pattern that matches it and nothing else. */
const escaped = (path: string): string => path.replace(/[[\]{}()*?!+@|"\\^$]/g, '\\$&');
