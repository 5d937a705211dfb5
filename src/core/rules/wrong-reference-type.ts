import type { WrittenReference } from '../model/kinds/reference.ts';
import type { Item } from '../plan/item.ts';
import { mayBeLost } from '../plan/lost-ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/**
 * A reference to an item of a type that the field does not take: a milestone cannot wait for a risk.
 *
 * `depends_on` takes milestones, dependencies and decisions; `goal`, `affects`, `blocks` and `provided_by` milestones;
 * `mitigated_by` actions and milestones; `became` issues; `supersedes` and `superseded_by` decisions; `relates_to`
 * anything.
 *
 * @notOk
 * ```md
 * ---
 * type: register
 * issues:
 *   - { id: I-1, owner: chen }
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     depends_on: [I-1]
 *                  ~~~ wrong-reference-type
 * ---
 * ```
 * @ok An issue says itself what it holds up.
 * ```md
 * ---
 * type: register
 * issues:
 *   - { id: I-1, owner: chen, blocks: [go-live] }
 * milestones:
 *   - id: go-live
 *     owner: maria
 * ---
 * ```
 */
export const wrongReferenceType: Rule = {
  code: 'wrong-reference-type',
  severity: 'error',
  checkItem(item, { plan }, report) {
    for (const { fault, field, written, target } of plan.referencesFrom(item)) {
      if (fault?.kind !== 'wrong-type' || !target || isLost(written, target, plan)) continue;
      report({
        item,
        range: written.range,
        message: `${field}: ${fault.message}`,
        related: [{ message: `${target.type.name} ${target.id}`, source: target.document, range: target.idRange }],
      });
    }
  },
};

/** Whether the item that is meant may be another one, of the item's own program, that could not be read. */
const isLost = ({ name }: WrittenReference, target: Item, plan: Plan): boolean =>
  mayBeLost(name.id, plan) && plan.documents.some((document) => document.broken && document !== target.document);
