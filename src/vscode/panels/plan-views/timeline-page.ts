import { programKey } from '../../../core/graph/keys.ts';
import type { Item } from '../../../core/plan/item.ts';
import { inSteps } from '../../../core/text/in-steps.ts';
import { visible } from '../../../core/text/visible.ts';
import { counted } from '../../../core/text/words.ts';
import { fullDayLabel } from '../../../core/views/day-label.ts';
import type { Compared } from '../../../core/views/diff/compared.ts';
import { signedDays, slipWords } from '../../../core/views/forecast-label.ts';
import { type ShownRow, shownOf } from '../../../core/views/timeline/folding.ts';
import type { GroupRow, Stretch, TimelineRow } from '../../../core/views/timeline/row.ts';
import { timelineOf } from '../../../core/views/timeline/timeline.ts';
import type { GraphChoice, PageRow, TimelineView } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import { driftNote } from './drift-note.ts';
import { filteredWords } from './filtered-words.ts';
import type { Made } from './made.ts';
import type { Places } from './places.ts';

/**
 * The timeline, for its page.
 * @param missing why git tells nothing of the plan, if it does not
 */
export function* timelinePage(
  snapshot: Snapshot,
  choice: GraphChoice,
  passes: (item: Item) => boolean,
  places: Places,
  compared?: Compared,
  missing?: string,
): Generator<void, Made<TimelineView>> {
  const { state, today } = snapshot;
  const wanted = (item: Item): boolean =>
    passes(item) &&
    (choice.only !== 'critical' || state.schedule.isShownCritical(item)) &&
    (choice.only !== 'blocked' || state.blocked.isBlocked(item) || state.blocked.isBlockedUpstream(item));
  const timeline = yield* timelineOf(snapshot, {
    filter: wanted,
    hideDone: choice.hideDone,
    compared,
    withoutRest: true,
  });
  const { rows, links, span, folds } = yield* shownOf(timeline, choice);
  for (const [key, into] of folds) places.fold(key, into);
  yield;
  const at = new Map(rows.map(({ key }, index) => [key, index]));
  const items = timeline.rows.filter(({ kind }) => kind === 'item').length;
  const shown = rows.filter(({ kind }) => kind === 'item').length;
  const before = timeline.doneBefore;
  const summary = [
    counted(items, 'item'),
    shown < items ? `${items - shown} of them folded` : '',
    before > 0 ? `${before} done ${choice.hideDone ? 'and hidden' : 'more than four weeks ago and left out'}` : '',
    filteredWords(timeline.filtered),
    compared ? comparedWords(timeline.rows, compared) : '',
    driftNote(snapshot, missing),
  ];
  return {
    summary: summary.filter((text) => text !== '').join(' · '),
    today,
    span,
    rows: yield* inSteps(rows, (row) => pageRow(row, places)),
    links: yield* inSteps(links, ({ from, to, type, driving, critical }) => ({
      from: at.get(from) as number,
      to: at.get(to) as number,
      type,
      marks: [...(driving ? ['driving'] : []), ...(critical ? ['critical'] : [])],
    })),
  };
}

function pageRow(row: ShownRow, places: Places): PageRow {
  const { key, kind, depth, title, planned, forecast, baseline, slip } = row;
  const base = { key, kind, depth, title, planned: stretch(planned), forecast: stretch(forecast), baseline };
  if (row.kind !== 'item') {
    const id = places.ofGroup(key, row.folded, () => groupCard(row));
    return { ...base, id, slip: groupText(row), marks: row.marks, folded: row.folded };
  }
  const { item } = row;
  return {
    ...base,
    id: places.ofItem(item),
    slip: slip === undefined || slip === 0 ? '' : signedDays(slip),
    marks: [item.type.name, ...row.marks, ...(row.change === 'added' ? ['added'] : [])],
    ...(row.formerly ? { formerly: row.formerly } : {}),
  };
}

/** `since main: 6 moved, 1 added, 2 removed`. */
function comparedWords(rows: readonly TimelineRow[], { name, removed }: Compared): string {
  const count = (holds: (row: TimelineRow & { readonly kind: 'item' }) => boolean): number =>
    rows.filter((row) => row.kind === 'item' && holds(row)).length;
  const counts = Object.entries({
    moved: count(({ formerly }) => formerly !== undefined),
    added: count(({ change }) => change === 'added'),
    removed: removed.length,
  }).flatMap(([word, number]) => (number > 0 ? [`${number} ${word}`] : []));
  return `since ${name}: ${counts.length > 0 ? counts.join(', ') : 'nothing has moved'}`;
}

const stretch = ({ from, to }: Stretch) => ({ from, to });

/** Of a program how late it is, and of a group that is folded what is in it. */
function groupText({ kind, slip, counts, folded }: GroupRow & { readonly folded: boolean }): string {
  const late = kind === 'program' && slip !== undefined && slip !== 0 ? signedDays(slip) : '';
  return [late, folded ? countsText(counts) : ''].filter((text) => text !== '').join(' · ');
}

const countsText = ({ items, done, late, overdue, blocked }: GroupRow['counts']): string =>
  [
    counted(items, 'item'),
    ...Object.entries({ done, late, overdue, blocked }).flatMap(([word, count]) =>
      count > 0 ? [`${count} ${word}`] : [],
    ),
  ].join(', ');

function groupCard({ kind, key, title, item, counts, planned, forecast, baseline, slip }: GroupRow): readonly string[] {
  const late = slip === undefined ? '' : `, ${slipWords(slip)}`;
  return [
    title,
    ...(kind === 'program' ? [`program ${visible(item?.id ?? key.slice(programKey('').length))}`] : []),
    countsText(counts),
    ...(kind === 'program' && planned.to !== undefined ? [`Target: ${fullDayLabel(planned.to)}`] : []),
    ...(forecast.to === undefined ? [] : [`Forecast: ${fullDayLabel(forecast.to)}${late}`]),
    ...(baseline === undefined ? [] : [`At the baseline: ${fullDayLabel(baseline)}`]),
  ];
}
