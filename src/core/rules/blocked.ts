import { type Day, formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { BlockCause } from '../state/blocked.ts';
import { heldUp } from './not-escalated.ts';
import type { Rule, StandingContext } from './rule.ts';

/**
 * An item that cannot go on, at what blocks it.
 *
 * Blocked is what an open issue, decision or action names in `blocks` once its due date has passed, what has
 * started while an open issue without a due date names it, and what waits for a dependency that was declined, or
 * promised so late that a firm date cannot be kept. Where the cause has a finding of its own (`overdue`,
 * `decision-overdue`, `forecast-late`), that one names what it blocks, and nothing is said here.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     status: in-progress
 *   - id: ledger
 *     owner: chen
 *     depends_on: [hsm]
 *                  ~~~ blocked
 * issues:
 *   - id: I-1
 *     owner: dana
 *     blocks: [auth-cutover]
 *              ~~~~~~~~~~~~ blocked
 * dependencies:
 *   - id: hsm
 *     from: security
 *     owner: dana
 *     status: declined
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 * issues:
 *   - id: I-1
 *     owner: dana
 *     blocks: [auth-cutover]
 * ---
 * ```
 */
export const blocked: Rule = {
  code: 'blocked',
  severity: 'warning',
  scope: 'standing',
  checkItem(item, context, report) {
    const { plan, state } = context;
    for (const reference of plan.referencesFrom(item)) {
      const held = reference.field === 'blocks' ? reference.target : item;
      const cause = held && state.blocked.causes(held).find((each) => each.reference === reference);
      if (!cause || hasOwnFinding(cause, context)) continue;
      report({
        item,
        range: reference.written.range,
        message: `${held.id} is blocked by ${describe(cause)}`,
        related: [{ message: `${held.type.name} ${held.id}`, source: held.document, range: held.idRange }],
      });
    }
  },
};

/** Whether another rule stands at the cause itself and names what it blocks. */
function hasOwnFinding({ kind, by }: BlockCause, context: StandingContext): boolean {
  const { isOn, state } = context;
  if (kind === 'open-issue' && isOn('not-escalated') && heldUp(by, context)) return true;
  if (kind === 'promised-late') return state.late.drivenBy(by).length > 0 && isOn('forecast-late');
  return kind === 'overdue' && isOn(by.type.name === 'decision' ? 'decision-overdue' : 'overdue');
}

function describe({ kind, by }: BlockCause): string {
  const name = `${by.type.name} ${by.id}`;
  switch (kind) {
    case 'declined':
      return `${name}, which ${deliverer(by)} declined: find another way, or escalate`;
    case 'promised-late':
      return `${name}, promised for ${formatDay(by.due as Day)}: too late for a firm date behind it`;
    case 'open-issue':
      return `${name}, which is ${by.status}: resolve it, or give it a due date`;
    default:
      return `${name}, which is past its date`;
  }
}

const deliverer = (item: Item): string => item.values.from?.name ?? 'who should deliver it';
