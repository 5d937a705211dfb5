import { type Day, formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { counted } from '../text/words.ts';
import type { Rule, StandingContext } from './rule.ts';

/** How many working days before it is needed somebody should have promised it. */
const WITHIN = 15;

/**
 * A dependency that is needed soon, and that nobody has promised.
 *
 * Soon is within 15 working days of `needed_by`; without that, of the latest start of what waits for it. Ask for a date,
 * write it as `promised`, or name the milestone that delivers it in `provided_by`.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: register
 * dependencies:
 *   - id: hsm
 *     from: security
 *     owner: dana
 *     status: requested
 *             ~~~~~~~~~ dependency-uncommitted
 *     needed_by: 2026-11-20
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: register
 * dependencies:
 *   - id: hsm
 *     from: security
 *     owner: dana
 *     status: committed
 *     needed_by: 2026-11-20
 *     promised: 2026-11-18
 *   - id: keys
 *     from: security
 *     owner: dana
 *     needed_by: 2027-01-29
 * ---
 * ```
 */
export const dependencyUncommitted: Rule = {
  code: 'dependency-uncommitted',
  severity: 'warning',
  scope: 'standing',
  types: ['dependency'],
  checkItem(item, context, report) {
    const { promised, provided_by } = item.values;
    if (!item.open || item.status !== 'requested' || promised !== undefined || provided_by !== undefined) return;
    const { state, today } = context;
    const needed = neededOn(item, context);
    if (!needed) return;
    const left = state.calendars.of(item).daysBetween(today, needed.day);
    if (left > WITHIN) return;
    const when = left < 0 ? 'already' : left === 0 ? 'today' : `in ${counted(left, 'working day')}`;
    const who = item.values.from ? `${item.values.from.name} has not` : 'nobody has';
    report({
      item,
      range: item.at('status'),
      message: `${item.id} is needed${needed.by ? ` by ${needed.by.id}` : ''} on ${formatDay(needed.day)}, ${when}, and ${who} promised it: ask for a date, and write it as promised`,
      related: needed.by
        ? [{ message: `${needed.by.id} waits for it`, source: needed.by.document, range: needed.by.idRange }]
        : [],
    });
  },
};

/** When a dependency is needed: as it says, else at the latest start of what waits for it. */
function neededOn(item: Item, { plan, state }: StandingContext): { day: Day; by?: Item } | undefined {
  if (item.values.needed_by !== undefined) return { day: item.values.needed_by };
  let first: { day: Day; by: Item } | undefined;
  for (const { to } of plan.linksFrom(item)) {
    const day = state.schedule.latestStart(to);
    if (day !== undefined && (!first || day < first.day)) first = { day, by: to };
  }
  return first;
}
