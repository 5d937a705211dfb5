import type { Rule } from './rule.ts';

/**
 * An item whose status says that it is blocked, while nothing in the plan says by what.
 *
 * Name the issue, decision or action that blocks it (with `blocks` there), or the dependency that it waits for: then
 * everybody sees who has to act.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: blocked
 *         ~~~~~~~ blocked-without-cause
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: api-freeze
 *     owner: maria
 *     status: blocked
 * issues:
 *   - id: I-1
 *     owner: dana
 *     due: 2099-12-01
 *     blocks: [api-freeze]
 * ---
 * ```
 */
export const blockedWithoutCause: Rule = {
  code: 'blocked-without-cause',
  severity: 'info',
  scope: 'standing',
  checkItem(item, { plan, state }, report) {
    const causes = state.blocked.causes(item);
    if (causes.length !== 1 || causes[0]?.kind !== 'status') return;
    // Something open that names it, or something blocked that it waits for, is explanation enough.
    const named = plan.referencesTo(item).some(({ field, from }) => field === 'blocks' && from.open);
    const behind = plan
      .linksTo(item)
      .some(({ from }) => from.open && (state.blocked.isBlocked(from) || state.blocked.isBlockedUpstream(from)));
    if (named || behind) return;
    report({
      item,
      range: item.at('status'),
      message: `${item.id} is blocked, but nothing says by what: name it in "blocks" of an issue, decision or action`,
    });
  },
};
