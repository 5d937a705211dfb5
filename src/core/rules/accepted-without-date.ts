import type { Rule } from './rule.ts';

/**
 * A decision that was accepted, without the day on which it was.
 *
 * Without it nobody can say what was known then, and the forecast has to guess.
 *
 * @notOk
 * ```md
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: accepted
 *             ~~~~~~~~ accepted-without-date
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: register
 * decisions:
 *   - id: D-1
 *     owner: maria
 *     status: accepted
 *     date: 2026-11-20
 * ---
 * ```
 */
export const acceptedWithoutDate: Rule = {
  code: 'accepted-without-date',
  severity: 'info',
  scope: 'document',
  types: ['decision'],
  checkItem(item, _context, report) {
    // Conventions of others do without.
    if (item.status !== 'accepted' || item.document.convention) return;
    if (item.field('date')?.value || item.field('completed')?.value) return;
    report({
      item,
      range: item.at('status'),
      message: `decision ${item.id} is accepted, but not since when: write the day in date`,
    });
  },
};
