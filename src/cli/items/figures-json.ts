import { type BudgetSum, budgetSums, budgetsByWorkstream } from '../../core/budget/budget-sums.ts';
import { metricState } from '../../core/metrics/metric-state.ts';
import { sparkline } from '../../core/metrics/sparkline.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import { objectiveProgress } from '../../core/objectives/objective-progress.ts';
import type { Item } from '../../core/plan/item.ts';
import { lateReasons } from '../../core/views/objectives/objective-words.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** What follows from what an item measures, delivers or costs; null where it does nothing of that. */
export function figuresJson(item: Item, snapshot: Snapshot) {
  switch (item.type.name) {
    case 'metric':
      return metricJson(item, snapshot);
    case 'objective':
      return objectiveJson(item, snapshot);
    case 'program': {
      const program = snapshot.plan.programs.find((one) => one.item === item);
      return {
        budget: budgetJson(item, snapshot),
        workstreams: (program ? budgetsByWorkstream(program) : []).map(({ workstream, sums }) => ({
          workstream: workstream ?? null,
          budget: sums.map(sumJson),
        })),
      };
    }
    case 'workstream':
      return { budget: budgetJson(item, snapshot) };
    default:
      return null;
  }
}

const dayJson = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));

const budgetJson = (item: Item, { plan }: Snapshot) => budgetSums(plan.membersOf(item)).map(sumJson);

const sumJson = ({ currency, budget, spent }: BudgetSum) => ({
  currency,
  budget: budget ?? null,
  spent: spent ?? null,
});

function metricJson(item: Item, snapshot: Snapshot) {
  const state = metricState(item, snapshot);
  return {
    latest: state.latest ? sampleJson(state.latest) : null,
    unit: state.unit ?? null,
    direction: state.direction ?? null,
    target: state.target ?? null,
    threshold: state.threshold ?? null,
    beyondThreshold: state.isBeyond,
    trend: state.trend ?? null,
    changeInAWeek: state.weekly ?? null,
    worseInARow: state.worseInARow,
    reached: state.isReached ?? null,
    targetOn: dayJson(state.targetOn),
    sparkline: sparkline(state.series.map(({ value }) => value)),
    values: state.series.map(sampleJson),
  };
}

const sampleJson = ({ day, value }: { readonly day: Day; readonly value: number }) => ({ date: formatDay(day), value });

function objectiveJson(item: Item, snapshot: Snapshot) {
  const progress = objectiveProgress(item, snapshot);
  return {
    progress: progress.share ?? null,
    keyResults: progress.keyResults.map(({ id, title, metric, current, target, unit, share }) => ({
      id: id ?? null,
      title,
      metric: metric?.key ?? null,
      current: current ?? null,
      target: target ?? null,
      unit: unit ?? null,
      progress: share ?? null,
    })),
    deliveredBy: progress.deliveries.map(({ milestone, share, finish, daysLate }) => ({
      id: milestone.key,
      done: milestone.finished,
      progress: share,
      forecast: dayJson(finish),
      daysLate: daysLate ?? null,
    })),
    late: lateReasons(progress, snapshot),
  };
}
