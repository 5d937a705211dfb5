import { formatDay } from '../model/values/day.ts';
import { lastUpdate } from '../state/last-update.ts';
import type { Rule } from './rule.ts';

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
  check({ plan, state, today, isOn }, report) {
    for (const program of plan.ofType('program')) {
      const { stakeholders = [], start, cadence } = program.values;
      if (!program.open) continue;
      const updates = plan.ofType('update').filter((update) => update.program === program.id);
      const calendar = state.calendars.of(program);
      const isLate = (often: Parameters<typeof calendar.against>[0], since: number): boolean => {
        const { days, passed } = calendar.against(often, since, today);
        return passed > days;
      };
      const anybody = lastUpdate(updates) ?? start;
      const often = cadence?.values.updates;
      // Where nobody is written to, that is told of the program.
      if (often && anybody !== undefined && isLate(often, anybody) && isOn('update-missed')) continue;
      for (const { value } of stakeholders) {
        const { name, cadence: agreed } = value.values;
        if (!name || !agreed) continue;
        const last = lastUpdate(updates, name.name);
        const since = last ?? start;
        if (since === undefined || !isLate(agreed, since)) continue;
        const words = last === undefined ? 'has not been written to yet' : `was last written to on ${formatDay(last)}`;
        report({
          item: program,
          range: value.at('name'),
          message: `${name.name} ${words}, longer ago than was agreed: send an update, or agree on another cadence`,
        });
      }
    }
  },
};
