import { directionOf, isBeyond, seriesOf, worseInARow } from '../metrics/series.ts';
import type { Rule } from './rule.ts';

/** How many times in a row are no accident. */
const IN_A_ROW = 3;

/**
 * A metric that has got worse three times in a row.
 *
 * Once is an accident, three times are a direction. Ask why, before it is beyond its threshold.
 *
 * @notOk
 * ```md
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * direction: up
 * samples:
 *   - { date: 2026-10-09, value: 44 }
 *   - { date: 2026-10-23, value: 41 }
 *   - { date: 2026-11-06, value: 37 }
 *   - { date: 2026-11-20, value: 34 }
 *     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ metric-worsening
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * direction: up
 * samples:
 *   - { date: 2026-10-09, value: 44 }
 *   - { date: 2026-10-23, value: 41 }
 *   - { date: 2026-11-06, value: 43 }
 *   - { date: 2026-11-20, value: 42 }
 * ---
 * ```
 */
export const metricWorsening: Rule = {
  code: 'metric-worsening',
  severity: 'info',
  scope: 'document',
  types: ['metric'],
  checkItem(item, { plan, isOn }, report) {
    if (!item.open) return;
    const series = seriesOf(item, plan.valueFiles);
    const direction = directionOf(item, series);
    const last = series.at(-1);
    if (!direction || !last) return;
    const count = worseInARow(series, direction);
    const { threshold } = item.values;
    const isTold =
      threshold !== undefined && isBeyond(last.value, threshold, direction) && isOn('metric-beyond-threshold');
    if (count < IN_A_ROW || isTold) return;
    const values = series.slice(-count - 1).map(({ value }) => value);
    report({
      item,
      range: last.range,
      message: `${item.id} has got worse ${count} times in a row: ${values.slice(-5).join(', ')}; ask why`,
    });
  },
};
