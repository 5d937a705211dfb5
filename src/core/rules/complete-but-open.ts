import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { progressOf } from '../schedule/facts.ts';
import type { Rule } from './rule.ts';

/**
 * A milestone that is open although all of its work is done: its progress is 100 %, or all boxes in its prose are ticked.
 *
 * As long as it is open, nothing that waits for it may begin. Close it, with the day on which it was done, or let its progress
 * say what is left: an acceptance, say. Where it waits for something that is open, a review for one, that is what is left. Once
 * its due date has passed, [overdue](overdue.md) says so instead.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * progress: 100%
 *           ~~~~ complete-but-open
 * ---
 * ```
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: in-progress
 * progress: checklist
 *           ~~~~~~~~~ complete-but-open
 * ---
 *
 * - [x] Endpoints listed
 * - [x] Deprecations announced
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: done
 * completed: 2026-10-30
 * progress: 100%
 * ---
 * ```
 */
export const completeButOpen: Rule = {
  code: 'complete-but-open',
  severity: 'info',
  scope: 'neighbours',
  types: ['milestone'],
  checkItem(item, { plan, today, isOn }, report) {
    if (!isCompleteButOpen(item, plan)) return;
    if (isOn('overdue') && item.due !== undefined && item.due < today) return;
    const work = item.values.progress === 'checklist' ? 'all boxes are ticked' : 'its progress is 100%';
    report({
      item,
      range: item.at('progress'),
      message: `${item.id} is ${item.status}, but ${work}: mark it as done, or say what is left`,
    });
  },
};

/** Whether nothing is left to do of an open item, nor of what it waits for: a review, for one, is still something. */
export const isCompleteButOpen = (item: Item, plan: Pick<Plan, 'linksTo'>): boolean =>
  item.open && progressOf(item) === 1 && !plan.linksTo(item).some(({ from }) => from.open);
