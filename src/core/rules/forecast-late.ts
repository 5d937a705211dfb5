import { formatDay } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { LimitKind } from '../schedule/facts.ts';
import { PROMISES } from '../state/health.ts';
import type { Missed } from '../state/late.ts';
import type { PlanState } from '../state/state.ts';
import { handedInLate } from '../state/submission.ts';
import type { Range } from '../text/range.ts';
import { counted } from '../text/words.ts';
import { isDueTooEarly } from './due-before-dependency.ts';
import { missedSubmission } from './gate-overdue.ts';
import { lateness, madeLate } from './made-late.ts';
import type { Rule, StandingContext } from './rule.ts';
import { startsAfterDue } from './start-after-due.ts';

/**
 * A firm date, the due date of a goal or the target of a program that is forecast to be missed.
 *
 * It stands at the root: the item that drives what is late. Everything that it makes late is beside it, link by link, so
 * one slip is one finding, however long the chain behind it. Win the days back at the root, or move the dates behind it.
 * Where only dates of commitment `target` are missed it is an info. An item that has `overdue`, `decision-overdue`,
 * `due-before-dependency`, `start-after-due` or `expected-impossible` has none of it: those findings name what it makes
 * late.
 *
 * @notOk A missed date that is only a target.
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: schema-v2
 *     owner: chen
 *     duration: 15d
 *     due: 2026-11-18
 *          ~~~~~~~~~~ forecast-late
 * ---
 * ```
 * @notOk A goal that is missed, at what drives it.
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * goal: go-live
 * milestones:
 *   - id: backfill
 *     owner: chen
 *     duration: 15d
 *               ~~~ forecast-late
 *   - id: go-live
 *     owner: maria
 *     due: 2026-11-18
 *     depends_on: [backfill]
 * ---
 * ```
 * @notOk A launch that waits for a review whose papers came late.
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: launch
 *     owner: maria
 *     due: 2026-12-11
 *     commitment: firm
 * gates:
 *   - id: pen-test
 *     owner: dana
 *     for: [launch]
 *     lead_time: 20d
 *     submitted: 2026-11-19
 *                ~~~~~~~~~~ forecast-late
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * goal: go-live
 * milestones:
 *   - id: backfill
 *     owner: chen
 *     duration: 13d
 *   - id: go-live
 *     owner: maria
 *     due: 2026-11-18
 *     depends_on: [backfill]
 * ---
 * ```
 */
export const forecastLate: Rule = {
  code: 'forecast-late',
  severity: 'warning',
  scope: 'standing',
  checkItem(root, context, report) {
    const { plan, state } = context;
    const missed = state.late.drivenBy(root);
    if (missed.length === 0 || isToldElsewhere(root, context)) return;
    report({
      item: root,
      range: causeOf(root, state),
      severity: missed.every(({ kind }) => kind === 'due') ? 'info' : undefined,
      message: messageFor(root, missed, plan, state),
      related: madeLate(root, state),
    });
  },
};

/** Whether another rule stands at the root and names what it makes late. */
function isToldElsewhere(root: Item, context: StandingContext): boolean {
  const { plan, state, today, isOn } = context;
  if (root.type.name === 'gate' && isOn('gate-overdue') && missedSubmission(root, context)) return true;
  if (state.schedule.isExpectedImpossible(root) && isOn('expected-impossible')) return true;
  if (root.due === undefined) return false;
  if (root.due < today && isOn(root.type.name === 'decision' ? 'decision-overdue' : 'overdue')) return true;
  if (startsAfterDue(root) && isOn('start-after-due')) return true;
  return isDueTooEarly(root, plan) && isOn('due-before-dependency');
}

/** The characters that say why: the date that is missed, else the length or the date that drives the rest. */
export function causeOf(root: Item, { late, schedule }: Pick<PlanState, 'late' | 'schedule'>): Range {
  const own = late.missed(root);
  if (own && own.kind !== 'target') return root.at('due');
  const limits = schedule.drivers(root).flatMap((driver) => (driver.kind === 'limit' ? [driver.limit] : []));
  const fields = limits.flatMap((limit) => FIELDS[limit] ?? []);
  const written = [
    ...fields,
    'submitted' as const,
    'lead_time' as const,
    'duration' as const,
    'estimate' as const,
    'due' as const,
  ].find((name) => root.field(name));
  return written ? root.at(written) : root.idRange;
}

/** The fields that set a limit. */
const FIELDS: Partial<
  Record<LimitKind, readonly ('expected' | 'windows' | 'promised' | 'needed_by' | 'due' | 'start')[]>
> = {
  expected: ['expected'],
  window: ['windows'],
  date: ['expected', 'promised', 'needed_by', 'due'],
  start: ['start'],
};

function messageFor(
  root: Item,
  missed: readonly Missed[],
  plan: StandingContext['plan'],
  state: Pick<PlanState, 'late' | 'schedule' | 'calendars'>,
): string {
  const { late, schedule } = state;
  const own = late.missed(root);
  const finish = formatDay(schedule.finish(root) as number);
  const others = missed.filter(({ item }) => item !== root);
  const [worst] = others;
  const forecast = `${root.id} ${handedIn(root, plan, state)}is forecast for ${finish}${own ? `, ${lateness(own)}` : ''}`;
  if (!worst) return `${forecast}: win the time back, or agree on a new date`;
  const more = others.length > 1 ? ` (and ${others.length - 1} more)` : '';
  const link = own ? 'and makes' : 'which makes';
  return `${forecast}, ${link} ${worst.item.id} miss ${PROMISES[worst.kind]} ${formatDay(worst.date)} by ${counted(worst.days, 'working day')}${more}: ${remedyAt(root)}, or agree on new dates`;
}

/** Where work stands in the way, time can be won; a decision or a promise takes none. */
const remedyAt = ({ type }: Item): string =>
  type.name === 'decision'
    ? 'decide it earlier'
    : type.name === 'dependency'
      ? 'have it earlier'
      : 'win the time back here';

/** Of a review that came too late: `was handed in on 2026-11-20, 7 working days late, and `; else nothing. */
function handedIn(root: Item, plan: StandingContext['plan'], { calendars }: Pick<PlanState, 'calendars'>): string {
  const { submitted } = root.values;
  if (root.type.name !== 'gate' || submitted === undefined) return '';
  const milestones = plan.linksFrom(root).map(({ to }) => to);
  const days = handedInLate(root, milestones, calendars);
  return days ? `was handed in on ${formatDay(submitted)}, ${counted(days, 'working day')} late, and ` : '';
}
