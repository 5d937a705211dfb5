import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { causeOf } from '../rules/forecast-late.ts';
import { HEALTHS, type HealthReason, type HealthValue } from '../state/health.ts';
import { shownSlip } from '../state/shown-slip.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { dayLabel } from './day-label.ts';
import { signedDays } from './forecast-label.ts';
import type { Place } from './why/limit-words.ts';

/** How a program stands, for a status bar or a list. */
export interface ProgramHealth {
  readonly id: string;
  readonly title: string;
  readonly value: HealthValue;
  /** What its owner says of it; undefined where that is the same, or nothing. */
  readonly owners: string | undefined;
  /** `go-live 17 Mar 2027 (+3d)`: where its goal, else its last milestone, is forecast; empty where nothing is. */
  readonly forecast: string;
  /** The worst first; of a green program none. */
  readonly reasons: readonly ReasonSummary[];
}

/** Why a program is not green, and what causes it. */
export interface ReasonSummary {
  readonly value: HealthValue;
  readonly text: string;
  /** What it is about. */
  readonly item: Item;
  /** What drives it, where that is another item. */
  readonly root: Item | undefined;
  /** Where the cause is written. */
  readonly place: Place;
}

/** How the programs of a plan that are under way stand, the worst first. */
export function programHealths(plan: Plan, state: PlanState, today: Day): readonly ProgramHealth[] {
  return plan.programs
    .filter(isUnderWay)
    .map((program) => healthOf(program, state, today))
    .sort((a, b) => HEALTHS.indexOf(b.value) - HEALTHS.indexOf(a.value));
}

/** Whether there is anything left of a program to be late with. */
export const isUnderWay = ({ item, items }: Program): boolean =>
  item?.open !== false && items.some(({ open, type }) => open && type.name === 'milestone');

function healthOf(program: Program, state: PlanState, today: Day): ProgramHealth {
  const { value, reasons } = state.health(program);
  const owners = program.item?.values.health;
  return {
    id: program.id,
    title: visible(program.item?.title ?? program.id),
    value,
    owners: owners === undefined || owners === value ? undefined : visible(String(owners)),
    forecast: programForecast(program, state, today),
    reasons: reasons.map((reason) => summaryOf(reason, state)),
  };
}

/** `go-live 17 Mar 2027 (+3d)`: where the goal of a program, else its last milestone, is forecast. */
export function programForecast({ id }: Program, { schedule }: PlanState, today: Day): string {
  const found = schedule.program(id);
  if (found?.finish === undefined) return '';
  const { goal, finish } = found;
  const slip = goal && shownSlip(goal, schedule);
  // What has no date and takes no time stands on today, which says nothing.
  if (finish === today && slip === undefined) return '';
  return `${goal ? visible(goal.id) : 'forecast'} ${dayLabel(finish, today)}${slip ? ` (${signedDays(slip)})` : ''}`;
}

function summaryOf({ value, message, item }: HealthReason, state: PlanState): ReasonSummary {
  const missed = item.type.name === 'milestone' ? state.late.missed(item) : undefined;
  const cause = missed?.root ?? item;
  const range = missed ? causeOf(cause, state) : item.type.name === 'decision' ? item.at('due') : item.idRange;
  return {
    value,
    text: visible(message),
    item,
    root: cause === item ? undefined : cause,
    place: { source: cause.document, range },
  };
}
