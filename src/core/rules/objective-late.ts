import { formatDay } from '../model/values/day.ts';
import { counted } from '../text/words.ts';
import type { Rule } from './rule.ts';

/**
 * An objective that is due before what delivers it is forecast.
 *
 * The milestones say why they are late; the objective says what that costs. Bring them forward, deliver less, or agree on
 * another date.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-11-23
 * milestones:
 *   - { id: go-live, owner: maria, duration: 40d }
 * objectives:
 *   - id: O-1
 *     owner: dana
 *     due: 2026-Q4
 *          ~~~~~~~ objective-late
 *     delivered_by: [go-live]
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-11-23
 * milestones:
 *   - { id: go-live, owner: maria, duration: 20d }
 * objectives:
 *   - id: O-1
 *     owner: dana
 *     due: 2026-Q4
 *     delivered_by: [go-live]
 * ---
 * ```
 */
export const objectiveLate: Rule = {
  code: 'objective-late',
  severity: 'warning',
  scope: 'standing',
  types: ['objective'],
  checkItem(item, { plan, state }, report) {
    const { due } = item.values;
    if (!item.open || due === undefined) return;
    const late = plan.referencesFrom(item).flatMap(({ field, target, written }) => {
      const finish = field === 'delivered_by' && target ? state.schedule.finish(target) : undefined;
      return target?.open && finish !== undefined && finish > due ? [{ target, finish, written }] : [];
    });
    const [worst] = [...late].sort((a, b) => b.finish - a.finish);
    if (!worst) return;
    const { target, finish } = worst;
    const days = state.calendars.of(target).daysBetween(due, finish);
    report({
      item,
      range: item.at('due'),
      message: `${item.id} is due on ${formatDay(due)}, and ${target.id}, which delivers it, is forecast for ${formatDay(finish)}, ${counted(days, 'working day')} later: win the time back, or agree on a new date`,
      related: late.map((one) => ({
        message: `${one.target.id} is forecast for ${formatDay(one.finish)}`,
        source: one.target.document,
        range: one.target.idRange,
      })),
    });
  },
};
