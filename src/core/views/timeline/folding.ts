import type { TimelineLink } from './links.ts';
import type { TimelineRow } from './row.ts';
import { spanOf, type TimeSpan } from './span.ts';
import type { Timeline } from './timeline.ts';

/** Which groups a person opened, and which they folded, by their keys. */
export interface Folding {
  readonly open: readonly string[];
  readonly folded: readonly string[];
}

/** A row that is shown, and whether what stands under it is not. */
export type ShownRow = TimelineRow & { readonly folded: boolean };

/** What is shown of a timeline. */
export interface ShownTimeline {
  readonly rows: readonly ShownRow[];
  readonly span: TimeSpan;
  /**
   * Of what is folded, the lines lead from and to the group. There are none between two groups: both ends would lie
   * anywhere in them.
   */
  readonly links: readonly TimelineLink[];
  /** By the key of a row that is not shown, that of the group which stands in its place. */
  readonly folds: ReadonlyMap<string, string>;
}

/** With more rows the groups of items are folded before anybody says anything, and with more of these programs. */
const MOST_ROWS = 400;

/** After so many rows or links a host may do something else. */
const AT_ONCE = 1000;

/**
 * Leaves out what is folded. Pauses, as a generator, so that a host can do something else.
 * @param most with more rows than that something is folded before anybody says anything
 */
export function* shownOf(
  { rows, links, today }: Timeline,
  { open, folded }: Folding,
  most = MOST_ROWS,
): Generator<void, ShownTimeline> {
  const opened = new Set(open);
  const closed = new Set([...usuallyFolded(rows, most), ...folded]);
  const isFolded = ({ kind, key }: TimelineRow): boolean => kind !== 'item' && closed.has(key) && !opened.has(key);
  /** By the key of a row, that of the row which is shown in its place: itself, or the outermost fold around it. */
  const places = new Map<string, string>();
  const foldedRows = new Set<string>();
  const folds = new Map<string, string>();
  const shown: ShownRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const around = row.parent === undefined ? undefined : places.get(row.parent);
    const isHidden = around !== undefined && foldedRows.has(around);
    places.set(row.key, isHidden ? around : row.key);
    if (isHidden) {
      folds.set(row.key, around);
      continue;
    }
    const isClosed = isFolded(row);
    if (isClosed) foldedRows.add(row.key);
    shown.push({ ...row, folded: isClosed });
  }
  return { rows: shown, span: spanOf(shown, today), links: yield* gathered(links, places), folds };
}

function usuallyFolded(rows: readonly TimelineRow[], most: number): readonly string[] {
  if (rows.length <= most) return [];
  // Workstreams, and programs that have none.
  const groups = new Set(rows.flatMap(({ kind, parent }) => (kind === 'item' && parent !== undefined ? [parent] : [])));
  const programs = rows.filter(({ kind }) => kind === 'program').map(({ key }) => key);
  return groups.size <= most ? [...groups] : [...groups, ...programs];
}

/** The links between what is shown, each once: a line is as critical as the most critical of those that it stands for. */
function* gathered(
  links: readonly TimelineLink[],
  places: ReadonlyMap<string, string>,
): Generator<void, readonly TimelineLink[]> {
  const found = new Map<string, TimelineLink>();
  for (const [at, link] of links.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const from = places.get(link.from) as string;
    const to = places.get(link.to) as string;
    if (from !== link.from && to !== link.to) continue;
    const known = found.get(`${link.type} ${from}\n${to}`);
    found.set(`${link.type} ${from}\n${to}`, {
      from,
      to,
      type: link.type,
      driving: link.driving || (known?.driving ?? false),
      critical: link.critical || (known?.critical ?? false),
    });
  }
  return [...found.values()];
}
