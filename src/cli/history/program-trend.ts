import { type DueTrend, dueTrend } from '../../core/history/due-moves.ts';
import { type FinishPoint, finishTrend } from '../../core/history/finish-trend.ts';
import type { Day } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Program } from '../../core/plan/program.ts';
import { type Moved, movedBy } from './moved.ts';
import type { ToldHistory } from './told-history.ts';

/** How the finish of a program has wandered. Since a time: from the last that was known then. */
export function finishesOf(program: Program, { history, since, historyOf }: ToldHistory): readonly FinishPoint[] {
  const own = program.item && historyOf(program.item);
  const points = finishTrend(program.id, own, history.finishes, history.commits);
  if (!since) return points;
  const isSince = ({ commit }: FinishPoint): boolean =>
    since.includes({ kind: 'changed', commit, merge: undefined, days: [], words: [] });
  const first = points.findIndex(isSince);
  return first < 0 ? points.slice(-1) : points.slice(Math.max(0, first - 1));
}

/** How far a finish has moved, on the calendar of the program. */
export function programMoved({ id }: Program, from: Day, to: Day, { snapshot: { state } }: ToldHistory): Moved {
  return { workingDays: state.calendars.ofProgram(id).daysBetween(from, to), days: to - from };
}

/** A milestone whose due date has moved. */
export interface MovedMilestone {
  readonly item: Item;
  readonly trend: DueTrend;
  readonly moved: Moved | undefined;
}

/** The milestones of a program that have moved, the farthest first, and of equals those that moved more often. */
export function movedMilestones(program: Program, told: ToldHistory): readonly MovedMilestone[] {
  const moved = program.items.flatMap((item): MovedMilestone[] => {
    const history = item.type.name === 'milestone' ? told.historyOf(item) : undefined;
    if (!history) return [];
    const trend = dueTrend(history, told.since);
    return trend.times === 0 ? [] : [{ item, trend, moved: movedBy(history, trend.first, trend.last, told) }];
  });
  const far = ({ moved }: MovedMilestone): number => Math.abs(moved?.days ?? 0);
  return moved.sort((a, b) => far(b) - far(a) || b.trend.times - a.trend.times || a.item.index - b.item.index);
}
