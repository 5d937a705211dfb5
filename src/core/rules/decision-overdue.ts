import { formatDay } from '../model/values/day.ts';
import { blockedBy } from './blocked-by.ts';
import { madeLate } from './made-late.ts';
import type { Rule } from './rule.ts';

/**
 * A decision that should have been made by now and is still proposed.
 *
 * Decide, or escalate: what it blocks is named beside it. An open decision is the cheapest delay to end.
 *
 * @notOk
 * ```md today=2026-11-28
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     due: 2026-11-25
 *          ~~~~~~~~~~ decision-overdue
 *     blocks: [auth-cutover]
 * ---
 * ```
 * @ok
 * ```md today=2026-11-28
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: accepted
 *     due: 2026-11-25
 *     date: 2026-11-24
 * ---
 * ```
 */
export const decisionOverdue: Rule = {
  code: 'decision-overdue',
  severity: 'warning',
  scope: 'standing',
  types: ['decision'],
  checkItem(item, { state, today }, report) {
    const { due } = item.values;
    if (!item.open || due === undefined || due >= today) return;
    const held = blockedBy(item, state);
    const days = today - due;
    report({
      item,
      range: item.at('due'),
      message: `${item.id} was to be decided by ${formatDay(due)}, ${days === 1 ? 'yesterday' : `${days} days ago`}${held.words}: decide, or agree on a new date`,
      related: [...held.related, ...madeLate(item, state)],
    });
  },
};
