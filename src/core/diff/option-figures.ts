import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { exposureOf } from '../state/exposure.ts';
import type { HealthValue } from '../state/health.ts';
import { missedFirmDates } from './firm-dates.ts';
import type { PlanDiff } from './plan-diff.ts';
import type { PlanSide } from './plan-side.ts';

/** What somebody who has to choose between plans wants to know of a program in one of them. */
export interface OptionFigures {
  /** When it is forecast to finish. */
  readonly finish: Day | undefined;
  /** How many working days later than in the base; negative: earlier. Undefined where a side has no finish. */
  readonly workingDaysMoved: number | undefined;
  /** What it leads to, and when that is due. */
  readonly goal: Item | undefined;
  readonly health: HealthValue | undefined;
  readonly firmDatesMissed: readonly Item[];
  /** What was part of the base, and is not of this: cancelled, or gone. As it is, or as it was. */
  readonly cancelled: readonly Item[];
  readonly criticalPath: readonly Item[];
  /** From its first early start to its finish. */
  readonly workingDays: number | undefined;
  /** What its open risks are expected to cost, in working days, as far as they say. */
  readonly exposure: number;
  /** The open risks that do not say what they would cost, or how likely they are. */
  readonly risksWithoutFigures: readonly Item[];
  /** What has to be decided. */
  readonly decisionsOpen: readonly Item[];
}

/** Scope is what has to be reached, or delivered by others. */
const SCOPE = new Set(['milestone', 'dependency']);

/**
 * The figures of a program in a plan.
 * @param diff from the base to this; of the base itself none
 */
export function optionFigures(id: string, side: PlanSide, diff?: PlanDiff): OptionFigures {
  const { plan, state } = side;
  const program = plan.programs.find((each) => each.id === id);
  const forecast = state.schedule.program(id);
  const open = program?.items.filter((item) => item.open) ?? [];
  const risks = open.filter(({ type }) => type.name === 'risk');
  const costs = risks.map((risk) => exposureOf(risk, state.calendars.of(risk)));
  return {
    finish: forecast?.finish,
    workingDaysMoved: diff ? diff.programs.find((each) => each.id === id)?.workingDaysMoved : 0,
    goal: forecast?.goal,
    health: program && state.health(program).value,
    firmDatesMissed: missedFirmDates(program, side),
    cancelled: diff ? cancelledIn(diff, id) : [],
    criticalPath: forecast?.criticalPath ?? [],
    workingDays: forecast?.workingDays,
    exposure: costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
    risksWithoutFigures: risks.filter((_, at) => costs[at] === undefined),
    decisionsOpen: open.filter(({ type }) => type.name === 'decision'),
  };
}

const cancelledIn = ({ lifecycle }: PlanDiff, program: string): readonly Item[] =>
  lifecycle.flatMap(({ event, item: { base, head } }) => {
    const item = head ?? base;
    const isGone = event === 'cancelled' || event === 'removed';
    return isGone && base?.open && item?.program === program && SCOPE.has(item.type.name) ? [item] : [];
  });
