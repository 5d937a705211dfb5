import { formatDay } from '../model/values/day.ts';
import { formatDuration } from '../model/values/duration.ts';
import type { Item } from '../plan/item.ts';
import { submissionOf } from '../state/submission.ts';
import { madeLate } from './made-late.ts';
import type { Rule, StandingContext } from './rule.ts';

/**
 * A review whose papers should have been handed in by now.
 *
 * A review takes its `lead_time`, so its papers are due that long before the date that waits for it, and not the day
 * before. Hand them in and write `submitted`, ask for a shorter review, or move the date.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     due: 2026-12-04
 * gates:
 *   - id: pen-test
 *     owner: dana
 *     for: [go-live]
 *     lead_time: 15d
 *                ~~~ gate-overdue
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     due: 2026-12-11
 * gates:
 *   - id: pen-test
 *     owner: dana
 *     for: [go-live]
 *     lead_time: 15d
 *     status: submitted
 *     submitted: 2026-11-13
 * ---
 * ```
 */
export const gateOverdue: Rule = {
  code: 'gate-overdue',
  severity: 'warning',
  scope: 'standing',
  types: ['gate'],
  checkItem(item, context, report) {
    const missed = missedSubmission(item, context);
    if (!missed) return;
    const length = item.values.lead_time;
    const before = missed.item === item ? 'it is due' : `${missed.item.id} is due`;
    report({
      item,
      range: item.at('lead_time'),
      message: `the papers of ${item.id} were due on ${formatDay(missed.by)}, ${length && formatDuration(length)} before ${before} on ${formatDay(missed.due)}: hand them in, or move the date`,
      related: madeLate(item, context.state),
    });
  },
};

/** The submission of a review that should have been by now, where no other rule says so. */
export function missedSubmission(item: Item, { plan, state, today, isOn }: StandingContext) {
  if (item.due !== undefined && item.due < today && isOn('overdue')) return undefined;
  const milestones = plan.linksFrom(item).map(({ to }) => to);
  const found = submissionOf(item, milestones, state.calendars);
  return found && found.by < today ? found : undefined;
}
