import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import {
  type Direction,
  directionOf,
  isBeyond,
  type Sample,
  seriesOf,
  targetReached,
  trendOf,
  worseInARow,
} from './series.ts';

/** Which way a metric goes: better or worse where it is known which that is, else up or down. */
export type Trend = 'better' | 'worse' | 'up' | 'down' | 'steady';

/** How a metric stands on a day. */
export interface MetricState {
  /** Its values in the order of their days: the numbers to draw. */
  readonly series: readonly Sample[];
  readonly latest: Sample | undefined;
  /** What its values count, as written. */
  readonly unit: string | undefined;
  readonly direction: Direction | undefined;
  readonly target: number | undefined;
  readonly threshold: number | undefined;
  /** Whether the latest value is beyond the threshold, on the side that is worse. */
  readonly isBeyond: boolean;
  /** Undefined where there are too few values. */
  readonly trend: Trend | undefined;
  /** The change in a week, by the trend. */
  readonly weekly: number | undefined;
  /** How many times in a row, up to the latest, it has got worse. */
  readonly worseInARow: number;
  /** Whether the latest value has reached the target; undefined where it has none, or nobody knows which way is better. */
  readonly isReached: boolean | undefined;
  /** The day on which it reaches its target, if it has not and its trend goes on. */
  readonly targetOn: Day | undefined;
  /** The day, now past, on which it would have reached its target by that, and no value since tells. */
  readonly targetWasOn: Day | undefined;
}

/** What a metric is looked at in. */
export interface MetricInput {
  readonly plan: Plan;
  readonly today: Day;
}

/** How a metric stands. */
export function metricState(metric: Item, { plan, today }: MetricInput): MetricState {
  const series = seriesOf(metric, plan.valueFiles);
  const direction = directionOf(metric, series);
  const latest = series.at(-1);
  const { unit, target, threshold } = metric.values;
  const slope = trendOf(series);
  const isReached =
    latest && direction && target !== undefined ? !isBeyond(latest.value, target, direction) : undefined;
  const targetOn = isReached === false ? targetReached(series, target as number, direction as Direction) : undefined;
  return {
    series,
    latest,
    unit,
    direction,
    target,
    threshold,
    isBeyond: Boolean(latest && direction && threshold !== undefined && isBeyond(latest.value, threshold, direction)),
    trend: slope === undefined ? undefined : trendWord(slope, series, direction),
    weekly: slope === undefined ? undefined : slope * 7,
    worseInARow: direction ? worseInARow(series, direction) : 0,
    isReached,
    // By values that are old it should have been there by now: what it does today nobody knows.
    targetOn: targetOn !== undefined && targetOn >= today ? targetOn : undefined,
    targetWasOn: targetOn !== undefined && targetOn < today ? targetOn : undefined,
  };
}

/** What changes by less than this share of its size in a quarter of a year does not change. */
const STEADY = 0.01;

function trendWord(slope: number, series: readonly Sample[], direction: Direction | undefined): Trend {
  const size = Math.max(...series.slice(-MOST_COMPARED).map(({ value }) => Math.abs(value)));
  if (Math.abs(slope) * 90 <= size * STEADY) return 'steady';
  const way: Direction = slope > 0 ? 'up' : 'down';
  if (!direction) return way;
  return way === direction ? 'better' : 'worse';
}

/** A quarter of a year, counted daily. */
const MOST_COMPARED = 90;
