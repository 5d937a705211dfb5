import { itemKey } from '../../graph/keys.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { endedOn } from '../../plan/successors.ts';
import type { PlanState } from '../../state/state.ts';
import { inSteps } from '../../text/in-steps.ts';
import { type Moment, momentOf } from '../moments.ts';

/** A decision, to be made or made. */
export interface LoggedDecision {
  /** The same from one snapshot to the next, and no path. */
  readonly key: string;
  readonly item: Item;
  /** The day on which it was decided; undefined where it is open, or does not say. */
  readonly decided: Day | undefined;
  /** The day on which it was superseded, as its successor says; undefined of any other, and where none says. */
  readonly superseded: Day | undefined;
  /** What waits for it. */
  readonly blocks: readonly Item[];
  /** The decisions that it replaces, and those that replace it, whichever of them says so. */
  readonly supersedes: readonly Item[];
  readonly supersededBy: readonly Item[];
  /** Until when it can wait; undefined where it is decided, or nothing waits for it. */
  readonly moment: Moment | undefined;
  readonly overdue: boolean;
}

/** The decisions of a plan. */
export interface DecisionLog {
  /** Those that can wait least come first; then those that nothing waits for, by due date. */
  readonly open: readonly LoggedDecision[];
  /** The latest first; those without a date come last. */
  readonly decided: readonly LoggedDecision[];
}

/** What a log is made from. */
export interface LogInput {
  readonly plan: Plan;
  readonly state: PlanState;
}

/**
 * Puts the decisions of a plan in order. Pauses, as a generator, so that a host can do something else.
 * @param filter only those for which it holds
 */
export function* decisionLogOf(
  input: LogInput,
  filter: (decision: Item) => boolean = () => true,
): Generator<void, DecisionLog> {
  const wanted = input.plan.ofType('decision').filter(filter);
  const all = yield* inSteps(wanted, (item) => logged(item, input), FEW);
  return {
    open: all.filter(({ item }) => item.open).sort(mostPressingFirst),
    decided: all.filter(({ item }) => !item.open).sort(latestFirst),
  };
}

function logged(item: Item, { plan, state }: LogInput): LoggedDecision {
  const referred = (field: string): Item[] =>
    plan.referencesFrom(item).flatMap((to) => (to.field === field && to.target && !to.fault ? [to.target] : []));
  const referring = (field: string): Item[] =>
    plan.referencesTo(item).flatMap((by) => (by.field === field && !by.fault ? [by.from] : []));
  const others = (items: readonly Item[]): readonly Item[] => [...new Set(items)].filter((other) => other !== item);
  return {
    key: itemKey(item, plan),
    item,
    decided: item.open ? undefined : item.closedOn,
    superseded: item.status === 'superseded' ? endedOn(item, plan) : undefined,
    blocks: others(plan.linksFrom(item).map(({ to }) => to)),
    supersedes: others([...referred('supersedes'), ...referring('superseded_by')]),
    supersededBy: others([...referred('superseded_by'), ...referring('supersedes')]),
    moment: momentOf(item, state),
    overdue: state.isOverdue(item),
  };
}

/** After so many decisions a host may do something else: for the first the schedule is walked backwards. */
const FEW = 20;

const NEVER = Number.MAX_SAFE_INTEGER;

function mostPressingFirst({ item: a, moment: atA }: LoggedDecision, { item: b, moment: atB }: LoggedDecision): number {
  return (atA?.day ?? NEVER) - (atB?.day ?? NEVER) || (a.due ?? NEVER) - (b.due ?? NEVER) || a.index - b.index;
}

const latestFirst = (a: LoggedDecision, b: LoggedDecision): number =>
  (b.decided ?? -1) - (a.decided ?? -1) || a.item.index - b.item.index;
