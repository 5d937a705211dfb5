import { formatDay } from '../model/values/day.ts';
import { lastUpdate } from '../state/last-update.ts';
import type { Rule } from './rule.ts';
import { missedUpdate } from './update-missed.ts';

/**
 * A stakeholder to whom nobody has written for longer than was agreed.
 *
 * An update counts for everybody in its `sent_to`, and where that names nobody, for all. Write to them, or agree on
 * another cadence.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * stakeholders:
 *   - { name: Priya, role: CFO, cadence: 2w }
 *             ~~~~~ stakeholder-not-informed
 * updates:
 *   - { id: status-1, date: 2026-10-23, owner: maria, sent_to: [Priya] }
 *   - { id: status-2, date: 2026-11-20, owner: maria, sent_to: [Tom] }
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * stakeholders:
 *   - { name: Priya, role: CFO, cadence: 2w }
 *   - Tom
 * updates:
 *   - { id: status-2, date: 2026-11-20, owner: maria }
 * ---
 * ```
 */
export const stakeholderNotInformed: Rule = {
  code: 'stakeholder-not-informed',
  severity: 'info',
  scope: 'standing',
  types: ['program'],
  checkItem(program, context, report) {
    const { stakeholders, start } = program.values;
    if (!program.open || !stakeholders) return;
    const { plan, state, today, isOn } = context;
    // Where nobody is written to, that is told of the program.
    if (isOn('update-missed') && missedUpdate(program, context)) return;
    for (const { value } of stakeholders) {
      const { name, cadence: agreed } = value.values;
      if (!name || !agreed) continue;
      const last = lastUpdate(plan.membersOf(program), name.name);
      const since = last ?? start;
      if (since === undefined) continue;
      const { days, passed } = state.calendars.of(program).against(agreed, since, today);
      if (passed <= days) continue;
      const words = last === undefined ? 'has not been written to yet' : `was last written to on ${formatDay(last)}`;
      report({
        item: program,
        range: value.at('name'),
        message: `${name.name} ${words}, longer ago than was agreed: send an update, or agree on another cadence`,
      });
    }
  },
};
