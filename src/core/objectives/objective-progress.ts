import { type MetricInput, type MetricState, metricState } from '../metrics/metric-state.ts';
import type { KindValue } from '../model/kind.ts';
import type { keyResult } from '../model/types/objective.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { progressOf } from '../schedule/facts.ts';
import type { PlanState } from '../state/state.ts';

/** A key result, and how far it has come. */
export interface KeyResultProgress {
  /** Its title, else that of its metric, else its id. */
  readonly title: string;
  readonly id: string | undefined;
  /** What it is measured by, where that is a metric of the plan. */
  readonly metric: Item | undefined;
  readonly metricState: MetricState | undefined;
  readonly current: number | undefined;
  readonly target: number | undefined;
  readonly unit: string | undefined;
  /** How much of the way to its target is behind it, 0 to 1; undefined where that cannot be told. */
  readonly share: number | undefined;
}

/** A milestone that delivers an objective, and how that stands. */
export interface Delivery {
  readonly milestone: Item;
  /** How much of it is done, 0 to 1. */
  readonly share: number;
  /** When it is forecast, where it is still open. */
  readonly finish: Day | undefined;
  /** How many working days after the date of the objective that is; undefined where it is in time, or there is none. */
  readonly daysLate: number | undefined;
  /** How many working days after its own date that is; undefined where it is in time. */
  readonly slip: number | undefined;
}

/** How far an objective has come, and what makes it late. */
export interface ObjectiveProgress {
  readonly objective: Item;
  /**
   * How far it has come, 0 to 1: the mean of its key results where any can be told, else of what delivers it. Undefined
   * where neither says anything.
   */
  readonly share: number | undefined;
  readonly keyResults: readonly KeyResultProgress[];
  /** In the order in which they are written, without those that were dropped. */
  readonly deliveries: readonly Delivery[];
  /** How many of these are done. */
  readonly delivered: number;
  /** Those that are forecast after the date of the objective, the latest first. */
  readonly late: readonly Delivery[];
}

/** What an objective is looked at in. */
export interface ObjectiveInput extends MetricInput {
  readonly state: PlanState;
}

/** How far an objective has come, as its key results and what delivers it say. */
export function objectiveProgress(objective: Item, input: ObjectiveInput): ObjectiveProgress {
  const keyResults = keyResultsOf(objective, input);
  const deliveries = deliveriesOf(objective, input);
  const shares = keyResults.flatMap(({ share }) => share ?? []);
  return {
    objective,
    share: mean(shares.length > 0 ? shares : deliveries.map(({ share }) => share)),
    keyResults,
    deliveries,
    delivered: deliveries.filter(({ milestone }) => milestone.finished).length,
    late: deliveries
      .filter(({ daysLate }) => daysLate !== undefined)
      .sort((a, b) => (b.finish as Day) - (a.finish as Day) || a.milestone.index - b.milestone.index),
  };
}

const mean = (shares: readonly number[]): number | undefined =>
  shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;

function keyResultsOf(objective: Item, input: ObjectiveInput): readonly KeyResultProgress[] {
  const references = input.plan.referencesFrom(objective);
  return (objective.values.key_results ?? []).map(({ value: { values } }) => {
    const found = references.find(({ written }) => written === values.metric)?.target;
    const metric = found?.type.name === 'metric' ? found : undefined;
    const state = metric && metricState(metric, input);
    const current = state?.latest?.value ?? values.current;
    const target = values.target ?? state?.target;
    const unit = values.unit ?? state?.unit;
    return {
      title: values.title ?? metric?.title ?? values.id ?? 'key result',
      id: values.id,
      metric,
      metricState: state,
      current,
      target,
      unit,
      share: current === undefined || target === undefined ? undefined : shareOf({ current, target, values, state }),
    };
  });
}

interface Measured {
  readonly current: number;
  readonly target: number;
  readonly values: KindValue<typeof keyResult>['values'];
  readonly state: MetricState | undefined;
}

/**
 * How much of the way is behind it: from where it says that it starts, else from the first value of its metric. A number
 * alone is taken to rise from nothing, unless its target is there or below: then only having reached it says something.
 */
function shareOf({ current, target, values, state }: Measured): number | undefined {
  const start = values.start ?? state?.series[0]?.value ?? (target > 0 ? 0 : target);
  if (start !== target) return Math.min(1, Math.max(0, (current - start) / (target - start)));
  const isReached = state?.direction === 'up' ? current >= target : state?.direction ? current <= target : undefined;
  return (isReached ?? current === target) ? 1 : undefined;
}

function deliveriesOf(objective: Item, { plan, state }: ObjectiveInput): readonly Delivery[] {
  const { due } = objective.values;
  const milestones = plan
    .referencesFrom(objective)
    .flatMap(({ field, target }) => (field === 'delivered_by' && target && !target.dropped ? [target] : []));
  return [...new Set(milestones)].map((milestone) => {
    const finish = milestone.open ? state.schedule.finish(milestone) : undefined;
    const isLate = objective.open && due !== undefined && finish !== undefined && finish > due;
    return {
      milestone,
      share: milestone.finished ? 1 : (progressOf(milestone) ?? 0),
      finish,
      daysLate: isLate ? state.calendars.of(milestone).daysBetween(due, finish) : undefined,
      slip: state.late.missed(milestone)?.days,
    };
  });
}
