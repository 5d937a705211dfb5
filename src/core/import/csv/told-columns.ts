import type { Column } from './columns.ts';

/** A line of what became of the columns of a table. */
export interface ToldColumn {
  readonly heading: string;
  /** How many columns have the heading. */
  readonly count: number;
  /** What it was read as; none where it was left aside. */
  readonly target: string | undefined;
  readonly why: string | undefined;
}

/** What became of the columns of a table, those that were read first; columns of one heading are told once. */
export function toldColumns(columns: readonly Column[]): readonly ToldColumn[] {
  const told = new Map<string, ToldColumn>();
  for (const { heading, target: read, why, keptAs } of columns) {
    if (heading === '') continue;
    const target = keptAs === undefined ? read && (WORDS[read] ?? read) : `${WORDS['ref']}; kept as ${keptAs}`;
    const key = JSON.stringify([heading, target]);
    const count = (told.get(key)?.count ?? 0) + 1;
    told.set(key, { heading, count, target, why });
  }
  const all = [...told.values()];
  return [...all.filter(({ target }) => target !== undefined), ...all.filter(({ target }) => target === undefined)];
}

/** What is told of what is no field. */
const WORDS: Readonly<Record<string, string>> = {
  ref: 'by which rows name each other',
  alias: 'by which rows name each other, too',
  parent: 'what it is a part of',
  'waits-for': 'depends_on, or blocks of the other',
  blocks: 'blocks, or depends_on of the other',
  'status-category': 'status, where its word is not known',
  resolution: 'status, where it was given up',
  'estimate-seconds': 'duration',
  completed: 'when it was closed',
  'program-owner': 'the owner of the program',
  'program-title': 'the title of the program',
  description: 'its prose',
};
