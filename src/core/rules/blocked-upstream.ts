import { firstOf } from '../text/some.ts';
import type { Rule } from './rule.ts';

/**
 * An item that waits, at any distance, for something blocked. Off by default: the finding at the cause is enough for
 * most; who wants to see every item that is held up turns it on.
 *
 * @notOk
 * ```yaml file=milepost.yaml
 * rules: { blocked-upstream: info }
 * ```
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     status: in-progress
 *   - id: go-live
 *         ~~~~~~~ blocked-upstream
 *     owner: maria
 *     depends_on: [auth-cutover]
 * issues:
 *   - id: I-1
 *     owner: dana
 *     blocks: [auth-cutover]
 *              ~~~~~~~~~~~~ blocked
 * ---
 * ```
 * @ok
 * ```yaml file=milepost.yaml
 * rules: { blocked-upstream: info }
 * ```
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     status: in-progress
 *   - id: go-live
 *     owner: maria
 *     depends_on: [auth-cutover]
 * ---
 * ```
 */
export const blockedUpstream: Rule = {
  code: 'blocked-upstream',
  severity: 'off',
  check({ plan, state }, report) {
    for (const item of plan.items) {
      if (!state.blocked.isBlockedUpstream(item)) continue;
      const roots = state.blocked.roots(item);
      report({
        item,
        range: item.idRange,
        message: `${item.id} is held up by ${firstOf(
          roots.map((root) => `${root.type.name} ${root.id}`),
          5,
        )}`,
        related: roots.map((root) => ({
          message: `${root.type.name} ${root.id}`,
          source: root.document,
          range: root.idRange,
        })),
      });
    }
  },
};
