import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import {
  isOwnExport,
  isTarget,
  meaningOf,
  normalHeading,
  ownMeaningOf,
  TARGETS,
  type Target,
  takesSeveral,
} from './headings.ts';
import type { Table } from './read-table.ts';

/** A column, and what becomes of it. */
export interface Column {
  readonly index: number;
  readonly heading: string;
  /** What it is read as; none where it is left aside. */
  readonly target: Target | undefined;
  /** Why it is left aside, where that is not for its heading. */
  readonly why?: string;
  /** The entry of `links` that items keep the cell in, where it is what the table calls them. */
  readonly keptAs?: string;
}

/** What the caller says of headings: `Due date` is `due`; an empty target leaves the column aside. */
export type HeadingMap = ReadonlyMap<string, Target>;

/** Matches the columns of a table to what they are read as; or says what of the map is wrong. */
export function columnsOf(
  table: Table,
  map: HeadingMap,
): { readonly columns: readonly Column[] } | { readonly trouble: string } {
  const trouble = troubleIn(map, table.headings);
  if (trouble !== undefined) return { trouble };
  const told = new Map([...map].map(([heading, target]) => [normalHeading(heading), target]));
  const meaning = isOwnExport(table.headings) ? ownMeaningOf : meaningOf;
  const candidates = table.headings.map((heading, index) => {
    const own = told.get(normalHeading(heading));
    if (own !== undefined)
      return { index, heading, target: own || undefined, rank: -1, why: own === '' ? 'as asked' : undefined };
    const found = isOneProject(heading, index, table) ? wholeOf(heading) : meaning(heading);
    return { index, heading, target: found?.target, rank: found?.rank ?? 0, why: undefined };
  });
  const filled = new Set(candidates.filter(({ index }) => table.rows.some(({ cells }) => cells[index]?.trim())));
  const best = new Map<Target, (typeof candidates)[number]>();
  for (const one of candidates) {
    if (one.target === undefined) continue;
    const other = best.get(one.target);
    if (!other || comesBefore(one, other, filled)) best.set(one.target, one);
  }
  const columns = candidates.map((one): Column => {
    const { index, heading, target, why } = one;
    const first = target === undefined ? undefined : best.get(target);
    // Columns of one name, as Jira has them, say the same of different things.
    const isTaken = !first || first === one || takesSeveral(target as Target) || first.heading === heading;
    if (isTaken) return { index, heading, target, ...(why !== undefined && { why }) };
    return { index, heading, target: undefined, why: `${quoted(first.heading)} is the ${target}` };
  });
  return { columns };
}

/** A project that all rows are of is the whole, and no part of it. */
function isOneProject(heading: string, index: number, { rows }: Table): boolean {
  if (!/^project(?: name| key)?$/i.test(heading)) return false;
  return new Set(rows.map(({ cells }) => cells[index]?.trim() ?? '')).size <= 1;
}

const wholeOf = (heading: string): { readonly target: Target; readonly rank: number } | undefined =>
  / key$/i.test(heading) ? undefined : { target: 'program-title', rank: 0 };

function comesBefore(a: { readonly rank: number }, b: typeof a, filled: ReadonlySet<typeof a>): boolean {
  return filled.has(a) === filled.has(b) ? a.rank < b.rank : filled.has(a);
}

function troubleIn(map: HeadingMap, headings: readonly string[]): string | undefined {
  const known = new Set(headings.map(normalHeading));
  for (const [heading, target] of map) {
    if (!known.has(normalHeading(heading))) {
      const near = nearest(heading, headings);
      const advice = near === undefined ? `it has ${someOf(headings)}` : `did you mean ${quoted(near)}?`;
      return `there is no column ${quoted(heading)}: ${advice}`;
    }
    if (target === '' || isTarget(target)) continue;
    const near = nearest(target, TARGETS);
    return `${quoted(target)} is nothing that a column can be read as: ${near === undefined ? 'write a field such as due, owner or title' : `did you mean ${near}?`}`;
  }
  return undefined;
}

const MOST_NAMED = 12;

function someOf(headings: readonly string[]): string {
  const names = [...new Set(headings)].filter((heading) => heading !== '');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `${names.slice(0, MOST_NAMED).map(quoted).join(', ')}${more}`;
}
