import { mayBeLost } from '../plan/lost-ids.ts';
import { mentionsIn } from '../plan/mentions.ts';
import type { Rule } from './rule.ts';

/**
 * A mention in the prose of an item that is not there: `[[id]]`, or a link to a Markdown file or heading of the plan
 * that does not exist.
 *
 * A mention in double brackets may also name a file. Links to the web, and to files of other kinds, are not checked.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * ---
 *
 * After [[auth-cutover]], see [the plan](plans/old.md).
 *         ~~~~~~~~~~~~ broken-mention
 *                                        ~~~~~~~~~~~~ broken-mention
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * ---
 *
 * See [[api-freeze]] and [the notes](#notes), but not `[[this]]`.
 *
 * ## Notes
 * ```
 */
export const brokenMention: Rule = {
  code: 'broken-mention',
  severity: 'warning',
  check({ plan }, report) {
    if (plan.partial) return;
    for (const { document, item, range, fault } of mentionsIn(plan)) {
      if (!fault || (fault.id !== undefined && mayBeLost(fault.id, plan))) continue;
      report({ source: document, item, range, message: fault.message, suggestion: fault.suggestion });
    }
  },
};
