import type { Rule } from './rule.ts';

/**
 * A decision that was superseded, and nothing that says by which.
 *
 * Name the new one in `superseded_by`, or the old one in `supersedes` of the new one.
 *
 * @notOk
 * ```md
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: superseded
 *             ~~~~~~~~~~ superseded-without-successor
 * ---
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
 * ---
 * ```
 */
export const supersededWithoutSuccessor: Rule = {
  code: 'superseded-without-successor',
  severity: 'info',
  scope: 'neighbours',
  types: ['decision'],
  checkItem(item, { plan }, report) {
    // Conventions of others say it in their own words.
    if (item.status !== 'superseded' || item.field('superseded_by')?.value || item.document.convention) return;
    if (plan.referencesTo(item).some(({ field }) => field === 'supersedes')) return;
    report({
      item,
      range: item.at('status'),
      message: `decision ${item.id} is superseded, but nothing says by which: name it in superseded_by`,
    });
  },
};
