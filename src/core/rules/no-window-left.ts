import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * An item that can only finish in certain windows, and is forecast to finish after the last of them.
 *
 * Add the next window, or win back the time.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: cutover
 * owner: chen
 * duration: 15d
 * windows: [2026-11-07, 2026-11-14..2026-11-15]
 *          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ no-window-left
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: cutover
 * owner: chen
 * duration: 15d
 * windows: [2026-11-07, 2026-11-28]
 * ---
 * ```
 */
export const noWindowLeft: Rule = {
  code: 'no-window-left',
  severity: 'warning',
  scope: 'standing',
  types: ['milestone'],
  checkItem(item, { state }, report) {
    if (item.values.windows === undefined || !state.schedule.hasNoWindowLeft(item)) return;
    const last = Math.max(...item.values.windows.map(({ value }) => value.last));
    report({
      item,
      range: item.at('windows'),
      message: `${item.id} is forecast for ${formatDay(state.schedule.finish(item) as number)}, after its last window on ${formatDay(last)}: add the next window, or win the time back`,
    });
  },
};
