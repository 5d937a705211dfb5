import { type Day, formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { lastUpdate } from '../state/last-update.ts';
import type { Range } from '../text/range.ts';
import type { Rule, StandingContext } from './rule.ts';

/**
 * A program whose status has not been told for longer than its cadence.
 *
 * Silence is read as bad news. Write an update: a file with `type: update` and its `date`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * cadence: { updates: 1w }
 *                     ~~ update-missed
 * updates:
 *   - { id: status-1, date: 2026-11-06, owner: maria }
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * start: 2026-09-01
 * cadence: { updates: 1w }
 * updates:
 *   - { id: status-2, date: 2026-11-20, owner: maria }
 * ---
 * ```
 */
export const updateMissed: Rule = {
  code: 'update-missed',
  severity: 'info',
  scope: 'standing',
  types: ['program'],
  checkItem(program, context, report) {
    const missed = missedUpdate(program, context);
    if (!missed) return;
    const { last, range } = missed;
    const words = last === undefined ? 'has had no update yet' : `had its last update on ${formatDay(last)}`;
    report({ item: program, range, message: `${program.id} ${words}, longer ago than its cadence: write one` });
  },
};

/** Where a program says how often its status is told, if it has not been for longer; and when it was last. */
export function missedUpdate(
  program: Item,
  { plan, state, today }: StandingContext,
): { readonly last: Day | undefined; readonly range: Range } | undefined {
  const { cadence, start } = program.values;
  const often = cadence?.values.updates;
  if (!program.open || !cadence || !often) return undefined;
  const last = lastUpdate(plan.membersOf(program));
  const since = last ?? start;
  if (since === undefined) return undefined;
  const { days, passed } = state.calendars.of(program).against(often, since, today);
  return passed > days ? { last, range: cadence.at('updates') } : undefined;
}
