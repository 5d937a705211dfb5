import type { WrittenReference } from '../model/kinds/reference.ts';
import { holderReferences } from '../plan/holders.ts';
import type { Item } from '../plan/item.ts';
import { mayBeLost } from '../plan/lost-ids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Related } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * A reference to an item of a type that the field does not take: a milestone cannot wait for a risk.
 *
 * `depends_on` takes milestones, dependencies and decisions; `goal`, `affects`, `blocks` and `provided_by` milestones;
 * `mitigated_by` actions and milestones; `became` issues; `supersedes` and `superseded_by` decisions; `relates_to`
 * anything; `workstream` a workstream.
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
  check({ plan }, report) {
    for (const { document: source, field, written, fault, target } of holderReferences(plan)) {
      if (fault?.kind !== 'wrong-type' || !target || isLost(written, target, plan)) continue;
      report({ source, range: written.range, message: `${field}: ${fault.message}`, related: [theTarget(target)] });
    }
    for (const { from, fault, field, written, target } of plan.faulty) {
      if (fault?.kind !== 'wrong-type' || !target || isLost(written, target, plan)) continue;
      report({
        item: from,
        range: written.range,
        message: `${field}: ${fault.message}`,
        related: [theTarget(target)],
      });
    }
  },
};

const theTarget = ({ type, id, document, idRange }: Item): Related => ({
  message: `${type.name} ${id}`,
  source: document,
  range: idRange,
});

/** Whether the item that is meant may be another one, of the item's own program, that could not be read. */
const isLost = ({ name }: WrittenReference, target: Item, plan: Plan): boolean =>
  mayBeLost(name.id, plan) && plan.documents.some((document) => document.broken && document !== target.document);
