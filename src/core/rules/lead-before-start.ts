import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * A link with a lead, that is a negative lag, which goes back to before the program starts. It holds nothing back, and
 * often a unit or a sign is wrong.
 *
 * Shorten the lead, or leave out the link.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-11-02
 * milestones:
 *   - { id: schema, owner: chen, duration: 5d }
 *   - { id: cutover, owner: chen, duration: 3d, depends_on: [schema FS-30d] }
 *                                                                     ~~~~ lead-before-start
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-11-02
 * milestones:
 *   - { id: schema, owner: chen, duration: 5d }
 *   - { id: cutover, owner: chen, duration: 3d, depends_on: [schema FS-3d] }
 * ---
 * ```
 */
export const leadBeforeStart: Rule = {
  code: 'lead-before-start',
  severity: 'warning',
  check({ state }, report) {
    for (const { link, day, start } of state.schedule.leadsBeforeStart()) {
      const { from, to, reference } = link;
      const { range, lagRange = range }: Partial<WrittenDependency> & WrittenReference = reference.written;
      report({
        item: reference.from,
        range: lagRange,
        message: `the lead takes ${to.id} back from ${from.id} to ${formatDay(day)}, before the program starts on ${formatDay(start)}: the link holds nothing back, so shorten the lead`,
      });
    }
  },
};
