import { formatDay } from '../model/values/day.ts';
import { hasStarted } from '../plan/references.ts';
import { counted } from '../text/words.ts';
import type { Rule } from './rule.ts';

/**
 * A milestone that was to start by now, that nothing holds up, and that has not started as far as anybody says.
 *
 * If work has begun, say so with `started` or the status; else say when it will, in `start`.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * start: 2026-11-09
 *        ~~~~~~~~~~ start-overdue
 * duration: 20d
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * start: 2026-11-09
 * started: 2026-11-10
 * duration: 20d
 * ---
 * ```
 */
export const startOverdue: Rule = {
  code: 'start-overdue',
  severity: 'info',
  scope: 'standing',
  types: ['milestone'],
  checkItem(item, { plan, state, today }, report) {
    const { start } = item.values;
    if (!item.open || start === undefined || start >= today || hasStarted(item)) return;
    // What it waits for, or what blocks it, has its own findings.
    const waits = plan.linksTo(item).some(({ from, type }) => from.open && (type === 'FS' || !hasStarted(from)));
    if (waits || state.blocked.isBlocked(item)) return;
    const days = state.calendars.of(item).daysBetween(start, today);
    if (days <= 0 || (item.due !== undefined && item.due < today)) return;
    report({
      item,
      range: item.at('start'),
      message: `${item.id} was to start on ${formatDay(start)}, ${counted(days, 'working day')} ago: say that it has started, or when it will`,
    });
  },
};
