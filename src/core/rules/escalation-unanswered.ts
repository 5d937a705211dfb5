import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * An escalation whose answer is late.
 *
 * Somebody was asked for help and a date was agreed; that date has passed. Ask again, or go one level up: an escalation
 * that was made after that date takes its place. Write down the answer when it comes: `answered`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: issue
 * id: I-1
 * owner: dana
 * opened: 2026-11-02
 * escalations:
 *   - { to: vp-platform, on: 2026-11-11, answer_by: 2026-11-18 }
 *                                                   ~~~~~~~~~~ escalation-unanswered
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: issue
 * id: I-1
 * owner: dana
 * opened: 2026-11-02
 * escalations:
 *   - { to: vp-platform, on: 2026-11-11, answer_by: 2026-11-18, answered: 2026-11-17 }
 * ---
 * ```
 */
export const escalationUnanswered: Rule = {
  code: 'escalation-unanswered',
  severity: 'warning',
  scope: 'document',
  types: ['issue'],
  checkItem(item, { today }, report) {
    if (!item.open) return;
    const escalations = item.values.escalations ?? [];
    for (const { value } of escalations) {
      const { to, answer_by: by, answered } = value.values;
      if (by === undefined || by >= today || answered !== undefined) continue;
      if (escalations.some(({ value: { values } }) => values.on !== undefined && values.on > by)) continue;
      report({
        item,
        range: value.at('answer_by'),
        message: `${to?.name ?? 'nobody'} was to answer about ${item.id} by ${formatDay(by)}: ask again, or go one level up`,
      });
    }
  },
};
