import type { Item } from '../plan/item.ts';
import { mentionsIn } from '../plan/mentions.ts';
import type { Plan } from '../plan/plan.ts';
import { successorsOf } from '../plan/successors.ts';
import type { Rule } from './rule.ts';

/**
 * An open item that still refers to a decision which has been superseded.
 *
 * Its readers take for decided what no longer is. References in `relates_to` and mentions in the prose count; that
 * the successor names what it replaces is as it should be.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: superseded
 *   - id: D-2
 *     owner: maria
 *     status: accepted
 *     date: 2026-11-20
 *     supersedes: [D-1]
 * actions:
 *   - id: A-1
 *     owner: chen
 *     relates_to: [D-1]
 *                  ~~~ cites-superseded-decision
 * ---
 *
 * ## Write the client
 *
 * As decided in [[D-1]].
 *                 ~~~ cites-superseded-decision
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: superseded
 *   - id: D-2
 *     owner: maria
 *     status: accepted
 *     date: 2026-11-20
 *     supersedes: [D-1]
 * actions:
 *   - id: A-1
 *     owner: chen
 *     relates_to: [D-2]
 * ---
 * ```
 */
export const citesSupersededDecision: Rule = {
  code: 'cites-superseded-decision',
  severity: 'info',
  check({ plan }, report) {
    for (const decision of plan.ofType('decision')) {
      if (!isSuperseded(decision)) continue;
      for (const { from, field, written, fault } of plan.referencesTo(decision)) {
        if (!from.open || field !== 'relates_to' || fault) continue;
        report({ item: from, range: written.range, message: message(decision, plan) });
      }
    }
    for (const { item, target, range } of mentionsIn(plan)) {
      if (!item?.open || !isSuperseded(target) || successorsOf(target, plan).includes(item)) continue;
      report({ item, range, message: message(target, plan) });
    }
  },
};

const isSuperseded = (item: Item | undefined): item is Item =>
  item?.type.name === 'decision' && item.status === 'superseded';

function message(decision: Item, plan: Plan): string {
  const successors = successorsOf(decision, plan).map((item) => item.id);
  const advice = successors.length > 0 ? `refer to ${successors.join(' or ')}` : 'say what holds now';
  return `decision ${decision.id} has been superseded: ${advice}`;
}
