import type { MetricState } from '../../metrics/metric-state.ts';
import { sparkline } from '../../metrics/sparkline.ts';
import type { Day } from '../../model/values/day.ts';
import { visible } from '../../text/visible.ts';
import { capitalised, figure } from '../../text/words.ts';
import { dayLabel } from '../day-label.ts';

/** A value with what it counts: `74 %`, `13 defects`. */
export const valueText = (value: number, unit: string | undefined): string =>
  unit === undefined ? figure(value) : `${figure(value)} ${visible(unit)}`;

/** The newest values as a line of blocks; empty where there are none. */
export const sparklineOf = ({ series }: MetricState): string => sparkline(series.map(({ value }) => value));

/** What a row says of a metric: `▂▃▅▇ 74 %`. */
export function metricText(state: MetricState): string {
  const { latest, unit, isBeyond } = state;
  if (!latest) return 'no values';
  return `${sparklineOf(state)} ${valueText(latest.value, unit)}${isBeyond ? ', beyond its threshold' : ''}`;
}

/** What a card says of a metric, line by line. */
export function metricDetails(state: MetricState, today: Day): readonly string[] {
  const { latest, unit, series } = state;
  if (!latest) return ['No values'];
  const from = series.length > 1 ? `${sparklineOf(state)} ` : '';
  const lines = [
    `${from}${valueText(latest.value, unit)} on ${dayLabel(latest.day, today)}`,
    boundsText(state),
    capitalised(trendText(state)),
    capitalised(targetText(state, today)),
  ];
  return lines.filter((line) => line !== '');
}

/** `Target: 90 %, threshold: 70 %, which it is below`. */
function boundsText({ target, threshold, unit, isBeyond, direction }: MetricState): string {
  const side = direction === 'up' ? 'below' : 'above';
  const bounds = [
    target === undefined ? '' : `target: ${valueText(target, unit)}`,
    threshold === undefined ? '' : `threshold: ${valueText(threshold, unit)}${isBeyond ? `, which it is ${side}` : ''}`,
  ];
  return capitalised(bounds.filter((bound) => bound !== '').join(', '));
}

const WAYS = { better: 'getting better', worse: 'getting worse', up: 'going up', down: 'going down', steady: 'steady' };

/** Which way a metric goes, in words: `getting worse, by 3.5 a week, three times in a row`; empty where it is not known. */
export function trendText({ trend, weekly = 0, worseInARow }: MetricState): string {
  if (trend === undefined) return '';
  const speed = trend === 'steady' ? '' : `, by ${figure(Math.abs(weekly))} a week`;
  const row = worseInARow >= 3 ? `, worse ${worseInARow} times in a row` : '';
  return `${WAYS[trend]}${speed}${row}`;
}

/** Whether and when a metric gets to its target, in words; empty where it has none, or nothing can be said. */
export function targetText({ target, unit, isReached, targetOn, targetWasOn, trend }: MetricState, today: Day): string {
  if (target === undefined || isReached === undefined) return '';
  const named = `its target ${valueText(target, unit)}`;
  if (isReached) return `has reached ${named}`;
  if (targetOn !== undefined) return `reaches ${named} on ${dayLabel(targetOn, today)}, if that goes on`;
  if (targetWasOn !== undefined)
    return `would have reached ${named} on ${dayLabel(targetWasOn, today)}, and has no value since`;
  return trend === undefined ? '' : `does not get to ${named} if that goes on`;
}
