import { formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { firstOf } from '../text/some.ts';
import { counted } from '../text/words.ts';
import { blockedBy } from './blocked-by.ts';
import type { Rule, StandingContext } from './rule.ts';

const MOST_NAMED = 3;

/**
 * An issue that has held up the critical path for longer than `escalate_after`, and that nobody was asked to help with.
 *
 * Each day on the critical path is a day of the whole program. Ask somebody who can end it, and write down whom, when,
 * and by when they answer.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * goal: go-live
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     duration: 10d
 *     status: in-progress
 * issues:
 *   - id: I-1
 *         ~~~ not-escalated
 *     owner: dana
 *     opened: 2026-11-02
 *     blocks: [go-live]
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * goal: go-live
 * milestones:
 *   - id: go-live
 *     owner: maria
 *     duration: 10d
 *     status: in-progress
 * issues:
 *   - id: I-1
 *     owner: dana
 *     opened: 2026-11-02
 *     blocks: [go-live]
 *     due: 2026-12-04
 *     escalations:
 *       - { to: vp-platform, on: 2026-11-19, answer_by: 2026-11-25 }
 * ---
 * ```
 */
export const notEscalated: Rule = {
  code: 'not-escalated',
  severity: 'warning',
  scope: 'standing',
  types: ['issue'],
  checkItem(item, context, report) {
    const found = heldUp(item, context);
    if (!found) return;
    const { held, opened, passed } = found;
    const names = firstOf(
      held.map(({ id }) => id),
      MOST_NAMED,
    );
    report({
      item,
      range: item.idRange,
      message: `${item.id} has held up ${names}, on the critical path, since ${formatDay(opened)}, ${counted(passed, 'working day')}: escalate it`,
      related: blockedBy(item, context.state).related,
    });
  },
};

/** What an issue has held up on the critical path for too long without anybody being asked to help; else undefined. */
export function heldUp(item: Item, { plan, state, today }: StandingContext) {
  const { opened, escalated_to: asked, escalations } = item.values;
  if (!item.open || opened === undefined || asked?.length || escalations?.length) return undefined;
  const held = plan
    .linksFrom(item)
    .map(({ to }) => to)
    .filter((to) => state.schedule.isCritical(to) && state.blocked.isBlocked(to));
  const { days, passed } = state.calendars.of(item).against(plan.config.escalateAfter, opened, today);
  return held.length === 0 || passed <= days ? undefined : { held, opened, passed };
}
