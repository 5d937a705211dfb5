import { formatDay } from '../model/values/day.ts';
import { counted } from '../text/words.ts';
import type { Rule } from './rule.ts';

/** How long an action without a date may be open, in working days. */
const MOST_DAYS = 10;

/**
 * An action from a retrospective that has no date, and is still open two weeks later.
 *
 * What was learned is worth as much as what is done about it. Do it, give it a date, or drop it: `status: cancelled`. One
 * with a date is pointed out once that has passed, as every action is.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: retro
 * id: cutover-rehearsal
 * owner: maria
 * date: 2026-10-30
 * actions:
 *   - { id: A-9, owner: dana, title: Write the rollback down }
 *           ~~~ retro-action-open
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: retro
 * id: cutover-rehearsal
 * owner: maria
 * date: 2026-10-30
 * actions:
 *   - { id: A-9, owner: dana, title: Write the rollback down, due: 2026-12-04 }
 * ---
 * ```
 */
export const retroActionOpen: Rule = {
  code: 'retro-action-open',
  severity: 'info',
  check({ plan, state, today }, report) {
    for (const retro of plan.ofType('retro')) {
      const { date } = retro.values;
      if (date === undefined || retro.parsed.form !== 'file') continue;
      for (const action of plan.itemsOf(retro.document)) {
        if (action.type.name !== 'action' || !action.open || action.due !== undefined) continue;
        const passed = state.calendars.of(action).daysBetween(date, today);
        if (passed <= MOST_DAYS) continue;
        report({
          item: action,
          range: action.idRange,
          message: `${action.id}, from ${retro.id} on ${formatDay(date)}, is open and has no date, ${counted(passed, 'working day')} later: do it, or say by when`,
        });
      }
    }
  },
};
