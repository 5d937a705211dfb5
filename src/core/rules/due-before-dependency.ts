import { type Day, formatDay } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { madeLate } from './made-late.ts';
import type { Rule } from './rule.ts';

/**
 * An item that is due before something it waits for is due: both dates cannot hold.
 *
 * It stands on the date that cannot hold; what is due later is beside it. Links that let the item finish earlier
 * (start to start, start to finish) do not count.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     due: 2026-12-18
 *   - id: api-freeze
 *     owner: maria
 *     due: 2026-12-11
 *          ~~~~~~~~~~ due-before-dependency
 *     depends_on: [auth-cutover]
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     due: 2026-12-11
 *   - id: api-freeze
 *     owner: maria
 *     due: 2026-12-11
 *     depends_on: [auth-cutover]
 * ---
 * ```
 */
export const dueBeforeDependency: Rule = {
  code: 'due-before-dependency',
  severity: 'warning',
  scope: 'standing',
  checkItem(item, { plan, state }, report) {
    const { due } = item;
    if (due === undefined || !isDueTooEarly(item, plan)) return;
    const links = plan.linksTo(item).filter((link) => isLater(link, due, plan));
    const later = [...new Set(links.map(({ from }) => from))].sort((a, b) => dueOf(b, due) - dueOf(a, due));
    const worst = later[0];
    if (!worst) return;
    const more = later.length > 1 ? `, and ${later.length - 1} more` : '';
    report({
      item,
      range: item.at(item.type.dueField ?? 'due'),
      message: `${item.id} is due on ${formatDay(due)}, before ${worst.id}, which it waits for, is due on ${formatDay(dueOf(worst, due))}${more}`,
      related: [
        ...later.map((from) => ({
          message: `${from.id} is due on ${formatDay(dueOf(from, due))}`,
          source: from.document,
          range: from.at(dateField(from)),
        })),
        ...madeLate(item, state),
      ],
    });
  },
};

/** Whether an item is due before something it waits for. */
export function isDueTooEarly(item: Item, plan: Pick<Plan, 'linksTo' | 'closesCycle'>): boolean {
  const { due } = item;
  return due !== undefined && item.open && plan.linksTo(item).some((link) => isLater(link, due, plan));
}

const isLater = (link: Link, due: Day, plan: Pick<Plan, 'linksTo' | 'closesCycle'>): boolean =>
  dueOf(link.from, due) > due && bindsFinish(link) && !plan.closesCycle(link);

/** Whether a link holds back the finish of what waits: FS and FF do. */
const bindsFinish = ({ type, from }: Link): boolean => (type === 'FS' || type === 'FF') && from.open;

const dateField = (item: Item): 'due' | 'target' | 'promised' | 'needed_by' =>
  item.due === undefined ? 'needed_by' : (item.type.dueField ?? 'due');

/** When something is due, or a day that is not later where it does not say. */
const dueOf = (item: Item, otherwise: number): number => item.due ?? item.values.needed_by ?? otherwise;
