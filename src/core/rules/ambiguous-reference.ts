import { mayBeLost } from '../plan/lost-ids.ts';
import type { Rule } from './rule.ts';

/**
 * A reference to an id that several other programs have.
 *
 * An id that is not in the item's own program must be unique in the workspace, or be written with its program.
 *
 * @notOk
 * ```md file=payments.md
 * ---
 * type: program
 * id: payments
 * owner: dana
 * milestones:
 *   - { id: freeze, owner: dana }
 * ---
 * ```
 * ```md file=mobile/README.md
 * ---
 * type: program
 * id: mobile
 * owner: noor
 * milestones:
 *   - { id: freeze, owner: noor }
 * ---
 * ```
 * ```md file=atlas/README.md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: go-live, owner: maria, depends_on: freeze }
 *                                              ~~~~~~ ambiguous-reference
 * ---
 * ```
 * @ok
 * ```md file=payments.md
 * ---
 * type: program
 * id: payments
 * owner: dana
 * milestones:
 *   - { id: freeze, owner: dana }
 * ---
 * ```
 * ```md file=mobile/README.md
 * ---
 * type: program
 * id: mobile
 * owner: noor
 * milestones:
 *   - { id: freeze, owner: noor }
 *   - { id: go-live, owner: noor, depends_on: [freeze, payments/freeze] }
 * ---
 * ```
 */
export const ambiguousReference: Rule = {
  code: 'ambiguous-reference',
  severity: 'error',
  check({ plan }, report) {
    for (const { from, fault, field, written } of plan.faulty) {
      if (fault?.kind !== 'ambiguous' || mayBeLost(written.name.id, plan)) continue;
      report({
        item: from,
        range: written.range,
        message: `${field}: ${fault.message}`,
        related: plan.lookup.everywhere(written.name.id).map((other) => ({
          message: other.key,
          source: other.document,
          range: other.idRange,
        })),
      });
    }
  },
};
