import { seriesOf } from '../metrics/series.ts';
import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * A metric that has had no value for longer than its cadence.
 *
 * A number that nobody counts any more says that all is as it was. Add the value of today, or retire it.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * cadence: 2w
 *          ~~ metric-not-fed
 * samples:
 *   - { date: 2026-10-23, value: 41 }
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * cadence: 2w
 * samples:
 *   - { date: 2026-11-13, value: 41 }
 * ---
 * ```
 */
export const metricNotFed: Rule = {
  code: 'metric-not-fed',
  severity: 'info',
  scope: 'standing',
  types: ['metric'],
  checkItem(item, { plan, state, today }, report) {
    const { cadence } = item.values;
    if (!item.open || !cadence) return;
    const last = seriesOf(item, plan.valueFiles).at(-1);
    if (!last) return;
    const { days, passed } = state.calendars.of(item).against(cadence, last.day, today);
    if (passed <= days) return;
    report({
      item,
      range: item.at('cadence'),
      message: `the last value of ${item.id} is of ${formatDay(last.day)}, longer ago than its cadence: add today's, or retire it`,
    });
  },
};
