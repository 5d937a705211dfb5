import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { inSteps } from '../text/in-steps.ts';
import { Causes } from './causes.ts';
import { configMayMove } from './config-may-move.ts';
import { fieldChanges } from './field-changes.ts';
import { findingChanges } from './finding-changes.ts';
import { missedFirmDates } from './firm-dates.ts';
import { lifecycleChanges } from './lifecycle.ts';
import { matchItems } from './match-items.ts';
import { mayMove } from './may-move.ts';
import type { Cause, ChangeKind, FieldChange, ItemChange, PlanDiff, ProgramChange } from './plan-diff.ts';
import type { PlanSide } from './plan-side.ts';
import { renamedReferences } from './renamed-references.ts';

/** How many items are compared before a pause is offered. */
const AT_ONCE = 250;

/**
 * Compares two plans on the same day: what has changed, what that moved, and why. Pauses, as a generator, so that a host
 * can do something else.
 */
export function* diffPlans(base: PlanSide, head: PlanSide): Generator<void, PlanDiff> {
  const pairs = yield* matchItems(base.plan, head.plan);
  yield;
  const before = new Map<Item, Item>();
  const after = new Map<Item, Item>();
  for (const [at, pair] of pairs.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    if (!pair.base || !pair.head) continue;
    before.set(pair.head, pair.base);
    after.set(pair.base, pair.head);
  }
  const renamed = renamedReferences(pairs);
  const fields = new Map<Item, readonly FieldChange[]>();
  const changed = new Set<Item>();
  for (const [at, { base: was, head: now }] of pairs.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const found = was && now && was.parsed !== now.parsed ? fieldChanges(was, now, renamed) : [];
    if (found.length > 0) fields.set(now as Item, found);
    if (found.length > 0 || !was || !now) {
      if (was) changed.add(was);
      if (now) changed.add(now);
    }
  }
  const finishOf = (side: PlanSide, item: Item | undefined): Day | undefined =>
    item && side.state.schedule.finish(item);
  const isMoved = (now: Item): boolean => {
    const was = before.get(now);
    return was !== undefined && finishOf(base, was) !== finishOf(head, now);
  };
  const causes = new Causes({
    base,
    head,
    formerly: (item) => before.get(item),
    nowadays: (item) => after.get(item),
    isChanged: (item) => changed.has(item) && mayMove(fields.get(after.get(item) ?? item)),
  });
  const formerly = formerPrograms(base.plan, after);
  const shared = sharedCauses({ base, head, after, formerly }, fields);
  const items: ItemChange[] = [];
  for (const [at, pair] of pairs.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield;
    const { base: was, head: now } = pair;
    const own = (now && fields.get(now)) ?? [];
    const moved = now !== undefined && isMoved(now);
    const kind = kindOf(was, now, was && now ? pair.isRenamed : false, own.length > 0, moved);
    if (!kind) continue;
    const forecast = { base: finishOf(base, was), head: finishOf(head, now) };
    const found = moved ? causes.of(now) : [];
    items.push({
      kind,
      item: { base: was, head: now },
      fields: own,
      forecast,
      workingDaysMoved: movedBy(now, forecast.base, head),
      causes: found.length > 0 || !moved || causes.hasMovedItself(now) ? found : shared(now),
    });
  }
  yield;
  const programs = yield* programChanges({ base, head, after, formerly });
  yield;
  const findings = yield* findingChanges(base.findings, head.findings, (item) => before.get(item));
  return { today: head.today, programs, items, lifecycle: lifecycleChanges(items), findings };
}

function kindOf(
  was: Item | undefined,
  now: Item | undefined,
  isRenamed: boolean,
  isChanged: boolean,
  isMoved: boolean,
): ChangeKind | undefined {
  if (!was) return 'added';
  if (!now) return 'removed';
  if (isRenamed) return 'renamed';
  if (was.document.path !== now.document.path || was.parsed.form !== now.parsed.form) return 'moved';
  return isChanged ? 'changed' : isMoved ? 'affected' : undefined;
}

/** How many working days of its calendar an item is shown to finish later than on a day. */
const movedBy = (item: Item | undefined, day: Day | undefined, { state }: PlanSide): number | undefined =>
  item === undefined || day === undefined ? undefined : state.schedule.daysAfter(item, day);

/** The programs of the base by the ids that they have now: those that are gone by the ones that they had. */
function formerPrograms({ programs }: Plan, after: ReadonlyMap<Item, Item>): ReadonlyMap<string, Program> {
  const formerly = new Map(programs.map((program) => [program.id, program]));
  for (const program of programs) {
    const now = program.item && after.get(program.item);
    if (!now || formerly.has(now.id)) continue;
    formerly.delete(program.id);
    formerly.set(now.id, program);
  }
  return formerly;
}

/** Both sides, and what is known of what they have in common. */
interface Matched {
  readonly base: PlanSide;
  readonly head: PlanSide;
  readonly after: ReadonlyMap<Item, Item>;
  readonly formerly: ReadonlyMap<string, Program>;
}

/** What can move an item without a link: the start or the calendar of its program, and the configuration. */
function sharedCauses(
  { base, head, after, formerly }: Matched,
  fields: ReadonlyMap<Item, readonly FieldChange[]>,
): (item: Item) => readonly Cause[] {
  const isOtherConfiguration = configMayMove(base.plan.config, head.plan.config);
  return ({ program }) => {
    const was = formerly.get(program)?.item;
    const now = was ? after.get(was) : head.plan.lookup.program(program);
    const isOtherProgram = was && now ? mayMove(fields.get(now) ?? []) : was !== now;
    return [
      ...(isOtherProgram ? [{ kind: 'program', program } as const] : []),
      ...(isOtherConfiguration ? [{ kind: 'configuration' } as const] : []),
    ];
  };
}

function* programChanges({ base, head, after, formerly }: Matched): Generator<void, readonly ProgramChange[]> {
  const now = new Map(head.plan.programs.map((program) => [program.id, program]));
  const ids = [...new Set([...formerly.keys(), ...now.keys()])].sort();
  const sides = (id: string) =>
    [
      { side: base, program: formerly.get(id) },
      { side: head, program: now.get(id) },
    ] as const;
  // To say how a program stands, all of it is looked at.
  return yield* inSteps(ids, (id) => programChange(id, ...sides(id), after), 1);
}

interface ProgramOn {
  readonly side: PlanSide;
  readonly program: Program | undefined;
}

function programChange(id: string, base: ProgramOn, head: ProgramOn, after: ReadonlyMap<Item, Item>): ProgramChange {
  const [was, now] = [base, head].map(({ side: { state }, program }) => program && state.schedule.program(program.id));
  const healthOf = ({ side: { state }, program }: ProgramOn) => program && state.health(program).value;
  const [finishedWith, finishing] = [was, now].map((forecast) => forecast?.goal ?? forecast?.criticalPath.at(-1));
  const paths = { base: was?.criticalPath ?? [], head: now?.criticalPath ?? [] };
  const missed = ({ program, side }: ProgramOn) => missedFirmDates(program, side);
  return {
    id,
    finishing: { base: finishedWith, head: finishing },
    finish: { base: was?.finish, head: now?.finish },
    workingDaysMoved: now?.finish === undefined ? undefined : movedBy(finishing, was?.finish, head.side),
    criticalPath: { ...paths, isOther: !isSamePath(paths, after) },
    health: { base: healthOf(base), head: healthOf(head) },
    firmDatesMissed: { base: missed(base), head: missed(head) },
  };
}

const isSamePath = (
  { base, head }: { readonly base: readonly Item[]; readonly head: readonly Item[] },
  after: ReadonlyMap<Item, Item>,
): boolean => base.length === head.length && base.every((item, at) => after.get(item) === head[at]);
