import { formatDay } from '../model/values/day.ts';
import { lastUpdate } from '../state/last-update.ts';
import type { Rule } from './rule.ts';

/**
 * A program whose status has not been told for longer than its cadence.
 *
 * Silence is read as bad news. Write an update: a file with `type: update` and its `date`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * cadence: { updates: 1w }
 *                     ~~ update-missed
 * updates:
 *   - { id: status-1, date: 2026-11-06, owner: maria }
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * cadence: { updates: 1w }
 * updates:
 *   - { id: status-2, date: 2026-11-20, owner: maria }
 * ---
 * ```
 */
export const updateMissed: Rule = {
  code: 'update-missed',
  severity: 'info',
  check({ plan, state, today }, report) {
    for (const program of plan.ofType('program')) {
      const { cadence, start } = program.values;
      const often = cadence?.values.updates;
      if (!program.open || !often || !cadence) continue;
      const updates = plan.ofType('update').filter((update) => update.program === program.id);
      const last = lastUpdate(updates);
      const since = last ?? start;
      if (since === undefined) continue;
      const { days, passed } = state.calendars.of(program).against(often, since, today);
      if (passed <= days) continue;
      const words = last === undefined ? 'has had no update yet' : `had its last update on ${formatDay(last)}`;
      report({
        item: program,
        range: cadence.at('updates'),
        message: `${program.id} ${words}, longer ago than its cadence: write one`,
      });
    }
  },
};
