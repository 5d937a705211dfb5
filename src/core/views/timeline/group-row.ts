import { programKey } from '../../graph/keys.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Program } from '../../plan/program.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import { baselineShown } from './item-row.ts';
import type { GroupRow, RowCounts, RowMark, Stretch, TimelineRow } from './row.ts';

/** The row of a workstream: from the first to the last day of its items. */
export function workstreamRow(
  row: { readonly key: string; readonly parent: string; readonly title: string; readonly item: Item | undefined },
  items: readonly TimelineRow[],
): GroupRow {
  const counts = sum(items.map(countsOf));
  return {
    ...row,
    kind: 'workstream',
    depth: 1,
    planned: around(items.map(({ planned }) => planned)),
    forecast: around(items.map(({ forecast }) => forecast)),
    baseline: undefined,
    slip: undefined,
    counts,
    marks: marksOf(counts),
  };
}

/** The row of a program: as it says itself, and as its goal is forecast. */
export function programRow(
  program: Program,
  workstreams: readonly GroupRow[],
  { schedule, drifts }: PlanState,
): GroupRow {
  const { start, target } = program.item?.values ?? {};
  const goal = schedule.goalOf(program.id);
  // Its goal may have promised more than it has.
  const slips =
    goal && [goal.due, target].map((day) => (day === undefined ? undefined : schedule.daysAfter(goal, day)));
  const slip = slips?.reduce((most, each) => (most === undefined || (each ?? most) > most ? each : most), undefined);
  const shown = around(workstreams.map(({ forecast }) => forecast));
  const counts = sum(workstreams.map((workstream) => workstream.counts));
  const isLate = slip !== undefined && slip > 0;
  return {
    key: programKey(program.id),
    kind: 'program',
    parent: undefined,
    depth: 0,
    title: visible(program.item?.title ?? program.id),
    item: program.item,
    planned: { from: start, to: target },
    forecast: { from: shown.from, to: schedule.program(program.id)?.finish ?? shown.to },
    baseline: baselineShown(drifts.ofProgram(program.id)),
    slip,
    counts,
    marks: [...(isLate && counts.late === 0 ? (['late'] as const) : []), ...marksOf(counts)],
  };
}

const COUNTED = ['critical', 'late', 'overdue', 'blocked'] as const;

/** A group has what any of its items has, and is done with the last of them. */
const marksOf = (counts: RowCounts): readonly RowMark[] => [
  ...COUNTED.filter((mark) => counts[mark] > 0),
  ...(counts.items > 0 && counts.done === counts.items ? (['done'] as const) : []),
];

function countsOf({ marks }: TimelineRow): RowCounts {
  const count = (mark: RowMark): number => (marks.includes(mark) ? 1 : 0);
  return {
    items: 1,
    done: count('done'),
    late: count('late'),
    overdue: count('overdue'),
    blocked: count('blocked'),
    critical: count('critical'),
  };
}

function sum(all: readonly RowCounts[]): RowCounts {
  const total = (count: keyof RowCounts): number => all.reduce((before, counts) => before + counts[count], 0);
  return {
    items: total('items'),
    done: total('done'),
    late: total('late'),
    overdue: total('overdue'),
    blocked: total('blocked'),
    critical: total('critical'),
  };
}

/** From the first day to the last of several stretches. */
function around(stretches: readonly Stretch[]): Stretch {
  const days = stretches.flatMap(({ from, to }) => [from, to]).filter((day) => day !== undefined);
  // Not spread over arguments: there may be more of them than a call can take.
  const most = (better: (a: Day, b: Day) => Day): Day | undefined =>
    days.length === 0 ? undefined : days.reduce((a, b) => better(a, b));
  return { from: most(Math.min), to: most(Math.max) };
}
