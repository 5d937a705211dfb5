import { formatDay } from '../model/values/day.ts';
import { blockedBy } from './blocked-by.ts';
import { madeLate } from './made-late.ts';
import type { Rule } from './rule.ts';

/**
 * A milestone, issue or action whose due date has passed, or a dependency whose promised date has.
 *
 * Say that it is done, agree on a new date, or escalate. Decisions have a rule of their own, `decision-overdue`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: register
 * actions:
 *   - id: A-1
 *     owner: dana
 *     due: 2026-11-13
 *          ~~~~~~~~~~ overdue
 * dependencies:
 *   - id: hsm
 *     from: security
 *     owner: dana
 *     promised: 2026-W46
 *               ~~~~~~~~ overdue
 * ---
 * ```
 * @ok A date is met by the end of its day.
 * ```md today=2026-11-21
 * ---
 * type: register
 * actions:
 *   - id: A-1
 *     owner: dana
 *     due: 2026-11-21
 *   - id: A-2
 *     owner: dana
 *     due: 2026-11-13
 *     status: done
 * ---
 * ```
 */
export const overdue: Rule = {
  code: 'overdue',
  severity: 'warning',
  scope: 'standing',
  types: ['milestone', 'gate', 'issue', 'action', 'dependency'],
  checkItem(item, { state, today }, report) {
    const { due, type } = item;
    if (!item.open || due === undefined || due >= today || !type.dueField) return;
    const held = blockedBy(item, state);
    report({
      item,
      range: item.at(type.dueField),
      message: `${item.id} ${type.dueField === 'promised' ? 'was promised for' : 'was due on'} ${formatDay(due)}, ${ago(today - due)}${held.words}: close it, or agree on a new date`,
      related: [...held.related, ...madeLate(item, state)],
    });
  },
};

const ago = (days: number): string => (days === 1 ? 'yesterday' : `${days} days ago`);
