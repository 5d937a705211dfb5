import { directionOf, isBeyond, seriesOf } from '../metrics/series.ts';
import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * A metric whose last value is beyond its threshold.
 *
 * A threshold is the value beyond which somebody has said that they would act: act, or agree on another one.
 *
 * @notOk
 * ```md
 * ---
 * type: metric
 * id: escaped-defects
 * owner: dana
 * direction: down
 * threshold: 10
 * samples:
 *   - { date: 2026-11-06, value: 8 }
 *   - { date: 2026-11-20, value: 13 }
 *     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ metric-beyond-threshold
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: metric
 * id: coverage
 * owner: dana
 * direction: up
 * threshold: 70
 * samples:
 *   - { date: 2026-11-20, value: 74 }
 * ---
 * ```
 */
export const metricBeyondThreshold: Rule = {
  code: 'metric-beyond-threshold',
  severity: 'warning',
  scope: 'document',
  types: ['metric'],
  checkItem(item, { plan }, report) {
    const { threshold, unit } = item.values;
    if (!item.open || threshold === undefined) return;
    const series = seriesOf(item, plan.valueFiles);
    const direction = directionOf(item, series);
    const last = series.at(-1);
    if (!last || !direction || !isBeyond(last.value, threshold, direction)) return;
    const counted = unit === undefined ? '' : ` ${unit}`;
    report({
      item,
      range: last.range,
      message: `${item.id} is ${last.value}${counted} on ${formatDay(last.day)}, ${direction === 'up' ? 'below' : 'above'} its threshold ${threshold}: act, or agree on another one`,
    });
  },
};
