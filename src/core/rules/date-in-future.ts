import { factDate } from '../model/fields.ts';
import { fieldOf } from '../model/registry.ts';
import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * A fact that has not happened yet: an item cannot have been completed tomorrow.
 *
 * Facts are what has been: `started`, `completed`, `updated`, `created`, `reviewed`, `occurred_on`, `opened`,
 * `resolved`, `delivered`, `done`, and the `date` of a decision. What is expected belongs in `due` or `expected`.
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
  check({ plan, today }, report) {
    for (const item of plan.items) {
      for (const { name, value } of item.parsed.fields.values()) {
        if (!value || fieldOf(item.type, name)?.kind !== factDate) continue;
        const day = item.values[name as 'started'];
        if (day === undefined || day <= today) continue;
        report({
          item,
          range: value.range,
          message: `${name} is a fact, and ${formatDay(day)} is yet to come (today is ${formatDay(today)})`,
        });
      }
    }
  },
};
