import { formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { madeLate } from './made-late.ts';
import type { Rule } from './rule.ts';

/**
 * An item that may not start before it is due.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * start: 2027-01-11
 *        ~~~~~~~~~~ start-after-due
 * due: 2026-12-11
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * start: 2026-11-30
 * due: 2026-12-11
 * ---
 * ```
 */
export const startAfterDue: Rule = {
  code: 'start-after-due',
  severity: 'warning',
  scope: 'standing',
  checkItem(item, { state }, report) {
    const { start } = item.values;
    const { due, type } = item;
    if (start === undefined || due === undefined || !type.dueField || !startsAfterDue(item)) return;
    const name = type.dueField;
    report({
      item,
      range: item.at('start'),
      message: `${item.id} starts on ${formatDay(start)}, after its ${name} date ${formatDay(due)}: one of the two is wrong`,
      related: [
        { message: `${name} ${formatDay(due)}`, source: item.document, range: item.at(name) },
        ...madeLate(item, state),
      ],
    });
  },
};

/** Whether an open item may not start before it is due. */
export const startsAfterDue = ({ open, due, values }: Item): boolean =>
  open && values.start !== undefined && due !== undefined && values.start > due;
