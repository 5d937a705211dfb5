import { type MetricState, metricState } from '../../metrics/metric-state.ts';
import type { Item } from '../../plan/item.ts';
import { inSteps } from '../../text/in-steps.ts';
import { trendText, valueText } from '../metrics/metric-words.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist } from './shortlist.ts';

/** A metric: where it stands, and how it got there. */
export interface MetricLine {
  readonly item: Item;
  /** `58 a day`; empty where there is none yet. */
  readonly latest: string;
  /** Which way it goes, in words. */
  readonly detail: string;
  readonly isBeyond: boolean;
  readonly isWorse: boolean;
  /** Its newest values, with their days. */
  readonly series: readonly { readonly day: number; readonly value: number }[];
  readonly target: number | undefined;
  readonly threshold: number | undefined;
}

const MOST_METRICS = 4;
/** A line of so many points is as fine as it can be drawn. */
const MOST_POINTS = 40;

/** The open metrics: those beyond their threshold first, then those that get worse. */
export function* metricLines(input: DashboardInput): Generator<void, Shortlist<MetricLine>> {
  const open = input.plan.ofType('metric').filter((item) => item.open && input.accepts(item));
  const states = yield* inSteps(open, (item) => ({ item, state: metricState(item, input) }));
  states.sort((a, b) => urgencyOf(b.state) - urgencyOf(a.state) || a.item.index - b.item.index);
  return shortlist(states, MOST_METRICS, ({ item, state }) => {
    const { latest, unit, target, threshold, isBeyond, trend, series } = state;
    return {
      item,
      latest: latest ? valueText(latest.value, unit) : '',
      detail: joined(
        latest ? trendText(state) : 'no values yet',
        threshold === undefined ? '' : `threshold ${valueText(threshold, undefined)}`,
        target === undefined ? '' : `target ${valueText(target, undefined)}`,
      ),
      isBeyond,
      isWorse: trend === 'worse',
      series: series.slice(-MOST_POINTS),
      target,
      threshold,
    };
  });
}

const urgencyOf = ({ isBeyond, trend }: MetricState): number => (isBeyond ? 2 : 0) + (trend === 'worse' ? 1 : 0);
