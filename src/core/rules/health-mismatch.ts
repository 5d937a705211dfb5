import type { Item } from '../plan/item.ts';
import { HEALTHS, type HealthValue } from '../state/health.ts';
import type { Rule, RuleContext } from './rule.ts';

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
  types: ['program', 'milestone'],
  checkItem(item, context, report) {
    const { health } = item.values;
    if (!item.open || health === undefined || health === 'red') return;
    const { value, because } = computed(item, context);
    if (HEALTHS.indexOf(value) <= HEALTHS.indexOf(health)) return;
    report({
      item,
      range: item.at('health'),
      message: `${item.id} is said to be ${health}, but its forecast is ${value}${because}`,
    });
  },
};

function computed(item: Item, { plan, state }: RuleContext): { value: HealthValue; because: string } {
  const program = item.type.name === 'program' ? plan.programs.find((one) => one.item === item) : undefined;
  if (!program) return { value: state.healthOf(item), because: ', late for its due date' };
  const { value, reasons } = state.health(program);
  return { value, because: reasons[0] ? `: ${reasons[0].message}` : '' };
}
