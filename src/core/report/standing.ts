import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { HEALTHS, type HealthReason, type HealthValue } from '../state/health.ts';
import type { Missed } from '../state/late.ts';
import type { PlanState } from '../state/state.ts';

/** How a workstream stands, or what of a program belongs to none. */
export interface Standing {
  readonly program: Program;
  /** Undefined of what belongs to no workstream. */
  readonly id: string | undefined;
  /** The workstream itself, where a document describes it. */
  readonly item: Item | undefined;
  /** Its items in document order. */
  readonly members: readonly Item[];
  /** As bad as what it makes its program miss, and what that has against it; amber where it misses dates of its own. */
  readonly value: HealthValue;
  /** What its owner says, where that is something else. */
  readonly said: HealthValue | undefined;
  /** Its milestones that are forecast to be late, the longest first. */
  readonly late: readonly Missed[];
  /** What its program misses by way of it, and is none of these: the worst first. */
  readonly through: readonly Missed[];
  /** What drives both, of it or of others: what makes most of the plan late first. */
  readonly roots: readonly Item[];
  /** What the program's health has against items of it, beside dates that are missed. */
  readonly reasons: readonly HealthReason[];
}

/** How the workstreams of a program stand, in the order in which the plan has them; last, what belongs to none. */
export function standingsOf(program: Program, plan: Plan, state: PlanState): readonly Standing[] {
  const groups = new Map<string | undefined, Item[]>();
  for (const item of program.items) if (item.type.name === 'workstream') groups.set(item.id, []);
  for (const item of program.items) {
    if (item.type.name === 'workstream') continue;
    const group = groups.get(item.workstream);
    if (group) group.push(item);
    else groups.set(item.workstream, [item]);
  }
  const rest = groups.get(undefined);
  groups.delete(undefined);
  if (rest) groups.set(undefined, rest);
  const { reasons } = state.health(program);
  const driving = drivingOf(reasons, state);
  return [...groups].map(([id, members]) => standingOf({ program, id, members }, { reasons, driving }, plan, state));
}

/** Whether nothing of a program is in any workstream: what belongs to none is all of it, and goes by its name. */
export const isUndivided = ({ items }: Program): boolean =>
  items.every(({ type, workstream }) => type.name !== 'workstream' && workstream === undefined);

/** What belongs to no workstream is called by those who work in several; of a program that has none, by its title. */
export const restTitle = (program: Program): string =>
  isUndivided(program) ? (program.item?.title ?? program.id) : 'Across workstreams';

/** What a program's health has against it. */
interface Against {
  readonly reasons: readonly HealthReason[];
  /** What drives dates that it misses, link by link; of several dates the worst. */
  readonly driving: ReadonlyMap<Item, Driven>;
}

/** A date that is missed because of something, and how bad that is. */
interface Driven {
  readonly missed: Missed;
  readonly value: HealthValue;
}

function drivingOf(reasons: readonly HealthReason[], { late }: PlanState): ReadonlyMap<Item, Driven> {
  const found = new Map<Item, Driven>();
  // The worst of them come first.
  for (const { item, value } of reasons) {
    const missed = late.missed(item);
    if (!missed) continue;
    for (const one of [item, ...late.chainTo(item).map(({ from }) => from)]) {
      if (!found.has(one)) found.set(one, { missed, value });
    }
  }
  return found;
}

type Group = Pick<Standing, 'program' | 'id' | 'members'>;

function standingOf(group: Group, against: Against, plan: Plan, state: PlanState): Standing {
  const { program, id, members } = group;
  const item =
    id === undefined ? undefined : program.items.find((one) => one.type.name === 'workstream' && one.id === id);
  const own = new Set(members);
  const milestones = members.filter(({ type }) => type.name === 'milestone');
  const late = milestones.flatMap((milestone) => state.late.missed(milestone) ?? []).sort((a, b) => b.days - a.days);
  const dates = new Set(late.map(({ item: missing }) => missing));
  const reasons = against.reasons.filter(
    (reason) => !dates.has(reason.item) && aboutItems(reason.item, plan).some((one) => own.has(one)),
  );
  const driven = members.flatMap((member) => against.driving.get(member) ?? []);
  const through = [...new Set(driven.map(({ missed }) => missed))].filter(({ item: missing }) => !own.has(missing));
  const values = [
    ...driven.map(({ value }) => value),
    ...late.map((): HealthValue => 'amber'),
    ...reasons.map(({ value }) => value),
  ];
  const value = worstOf(item?.open === false ? [] : values);
  const said = item?.values.health;
  const roots = rootsOf([...late, ...through], state);
  return { ...group, item, value, said: said === value ? undefined : said, late, through, roots, reasons };
}

/** What a reason of a program is about: a risk is about what it affects. */
function aboutItems(item: Item, plan: Plan): readonly Item[] {
  if (item.type.name !== 'risk') return [item];
  const affected = plan
    .referencesFrom(item)
    .flatMap(({ field, target }) => (field === 'affects' && target ? [target] : []));
  return affected.length > 0 ? affected : [item];
}

/** The worst of some; green where there are none. */
export const worstOf = (values: readonly HealthValue[]): HealthValue =>
  HEALTHS[Math.max(0, ...values.map((value) => HEALTHS.indexOf(value)))] as HealthValue;

function rootsOf(late: readonly Missed[], { late: { drivenBy } }: PlanState): readonly Item[] {
  const roots = [...new Set(late.map(({ root }) => root))];
  return roots.sort((a, b) => drivenBy(b).length - drivenBy(a).length);
}
