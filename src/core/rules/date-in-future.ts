import { factDate } from '../model/fields.ts';
import type { ItemType } from '../model/item-type.ts';
import { fieldNames, fieldOf, ITEM_TYPES } from '../model/registry.ts';
import { type Day, formatDay } from '../model/values/day.ts';
import type { Range } from '../text/range.ts';
import type { Rule } from './rule.ts';

/**
 * A fact that has not happened yet: an item cannot have been completed tomorrow.
 *
 * Facts are what has been: `started`, `completed`, `updated`, `created`, `reviewed`, `occurred_on`, `opened`,
 * `resolved`, `delivered`, `done`, the `date` of a decision, and that of a value of a metric. What is expected belongs in
 * `due` or `expected`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * started: 2026-12-01
 *          ~~~~~~~~~~ date-in-future
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * start: 2026-12-01
 * ---
 * ```
 */
export const dateInFuture: Rule = {
  code: 'date-in-future',
  severity: 'warning',
  scope: 'document',
  checkItem(item, { today }, report) {
    const check = (name: string, day: Day | undefined, range: Range): void => {
      if (day === undefined || day <= today) return;
      const message = `${name} is a fact, and ${formatDay(day)} is yet to come (today is ${formatDay(today)}): write it once it has happened`;
      report({ item, range, message });
    };
    for (const name of FACTS.get(item.type) as readonly Fact[]) check(name, item.values[name], item.at(name));
    for (const { value } of item.values.samples ?? []) {
      check('the date of a value', value.values.date, value.at('date'));
    }
  },
};

/** Any field that holds a fact: all have the same kind of value. */
type Fact = 'started';

/** The fields of each type that hold facts. */
const FACTS: ReadonlyMap<ItemType, readonly Fact[]> = new Map(
  ITEM_TYPES.map((type) => [type, fieldNames(type).filter((name) => fieldOf(type, name)?.kind === factDate) as Fact[]]),
);
