import type { Item } from '../plan/item.ts';
import { HEALTHS, type HealthValue } from '../state/health.ts';
import type { Report, Rule } from './rule.ts';

/**
 * A program or milestone whose owner says that it stands better than the forecast does.
 *
 * Perhaps the owner knows something that the plan does not say yet; perhaps nobody has looked. Either way, the two should
 * agree before others read them.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * health: green
 *         ~~~~~ health-mismatch
 * goal: go-live
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     duration: 20d
 *     due: 2026-11-18
 *          ~~~~~~~~~~ forecast-late
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * health: red
 * path_to_green: Two engineers from mobile join for three weeks.
 * goal: go-live
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     duration: 20d
 *     due: 2026-11-18
 *          ~~~~~~~~~~ forecast-late
 * ---
 * ```
 */
export const healthMismatch: Rule = {
  code: 'health-mismatch',
  severity: 'info',
  scope: 'standing',
  types: ['milestone'],
  checkItem(item, { state }, report) {
    if (item.values.health) compare(item, state.healthOf(item), ', late for its due date', report);
  },
  check({ plan, state }, report) {
    for (const program of plan.programs) {
      if (!program.item?.values.health) continue;
      const { value, reasons } = state.health(program);
      compare(program.item, value, reasons[0] ? `: ${reasons[0].message}` : '', report);
    }
  },
};

function compare(item: Item, forecast: HealthValue, because: string, report: Report): void {
  const { health } = item.values;
  if (!item.open || health === undefined || HEALTHS.indexOf(forecast) <= HEALTHS.indexOf(health)) return;
  report({
    item,
    range: item.at('health'),
    message: `${item.id} is said to be ${health}, but its forecast is ${forecast}${because}`,
  });
}
