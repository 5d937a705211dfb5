import { isTheirs } from '../adapters/decision-record.ts';
import { holderReferences } from '../plan/holders.ts';
import { mayBeLost } from '../plan/lost-ids.ts';
import { adviceOnTitle } from '../plan/titles.ts';
import type { Rule } from './rule.ts';

/**
 * A reference to an item that is nowhere in the plan.
 *
 * An id is looked up in the item's own program first, then in the whole workspace. Ids match exactly; where one
 * differs only in case or by a small edit, the message names it. Nothing is said while a document that may hold the
 * item is broken. Programs and workstreams need no document before their names are used: only names that look
 * misspelt are found here.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: auth-cutover, owner: chen }
 *   - id: go-live
 *     owner: maria
 *     depends_on: [auth-cutver SS+5d, "payments/ledger"]
 *                  ~~~~~~~~~~~ unknown-reference
 *                                      ~~~~~~~~~~~~~~~ unknown-reference
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: auth-cutover, owner: chen }
 *   - id: go-live
 *     owner: maria
 *     depends_on: [auth-cutover SS+5d]
 * ---
 * ```
 */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  check({ plan }, report) {
    for (const { document: source, field, written, fault } of holderReferences(plan)) {
      if (fault?.kind !== 'unknown' || mayBeLost(written.name.id, plan)) continue;
      report({ source, range: written.range, message: `${field}: ${fault.message}`, suggestion: fault.suggestion });
    }
    for (const { from, fault, field, written } of plan.faulty) {
      // A decision record numbers those that it replaces in its own way.
      if (from.document.convention && isTheirs(field)) continue;
      if (fault?.kind !== 'unknown' || mayBeLost(written.name.id, plan)) continue;
      const { message, suggestion } =
        (fault.suggestion ? undefined : adviceOnTitle(written.text, from.program, plan)) ?? fault;
      report({ item: from, range: written.range, message: `${field}: ${message}`, suggestion });
    }
  },
};
