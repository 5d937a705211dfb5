import type { Day } from '../model/values/day.ts';
import type { Person } from '../model/values/person.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { momentOf } from '../views/moments.ts';

/** Something that somebody has to decide, answer, hand in or promise. */
export interface Ask {
  readonly kind: 'decide' | 'answer' | 'submit' | 'commit';
  readonly item: Item;
  /** Of whom it is asked. */
  readonly of: readonly Person[];
  /** By when, as was agreed. */
  readonly due: Day | undefined;
  /** Until when it can wait before something moves; undefined where nothing does. */
  readonly lastDay: Day | undefined;
  /** What moves then. */
  readonly moves: Item | undefined;
}

/** What is asked of people in a plan, what is needed first on top: what is overdue, then by the day that it can wait to. */
export function asksIn(plan: Plan, state: PlanState, accepts: (item: Item) => boolean): readonly Ask[] {
  const found = [
    ...plan.ofType('decision').flatMap((item) => asked('decide', item, state)),
    ...plan.ofType('issue').flatMap(escalationsOf),
    ...plan.ofType('gate').flatMap((item) => asked('submit', item, state)),
    ...plan.ofType('dependency').flatMap((item) => (item.status === 'committed' ? [] : asked('commit', item, state))),
  ];
  return found
    .filter(({ item }) => item.open && accepts(item))
    .sort((a, b) => rankOf(a) - rankOf(b) || a.item.index - b.item.index);
}

/** A decision comes before what is only to be handed in or promised on the same day. */
const rankOf = ({ kind, due = Infinity, lastDay = Infinity }: Ask): number =>
  Math.min(due, lastDay) + (kind === 'decide' || kind === 'answer' ? 0 : 0.5);

function asked(kind: Ask['kind'], item: Item, state: PlanState): Ask[] {
  if (!item.open) return [];
  const moment = momentOf(item, state);
  // A review has its own date to be approved by: what is asked is to hand the papers in before.
  const due = kind === 'submit' ? undefined : kind === 'commit' ? item.values.needed_by : item.due;
  // What nobody waits for, and has no date, is asked of nobody now.
  if (due === undefined && !moment) return [];
  return [{ kind, item, of: peopleFor(item), due, lastDay: moment?.day, moves: moment?.moves }];
}

const peopleFor = ({ values, owner }: Item): readonly Person[] => {
  const makers = values.decision_makers?.map(({ value }) => value) ?? (values.from ? [values.from] : []);
  return makers.length > 0 ? makers : owner ? [owner] : [];
};

function escalationsOf(issue: Item): Ask[] {
  return (issue.values.escalations ?? []).flatMap(({ value }): Ask[] => {
    const { to, answer_by: due, answered } = value.values;
    if (answered !== undefined) return [];
    return [{ kind: 'answer', item: issue, of: to ? [to] : [], due, lastDay: undefined, moves: undefined }];
  });
}
