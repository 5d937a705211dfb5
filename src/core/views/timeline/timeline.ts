import { programKey, workstreamKey } from '../../graph/keys.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Program } from '../../plan/program.ts';
import { endIsUnknown } from '../../schedule/facts.ts';
import { isForecast } from '../../schedule/network.ts';
import type { PlanState } from '../../state/state.ts';
import { inSteps } from '../../text/in-steps.ts';
import { visible } from '../../text/visible.ts';
import type { Compared } from '../diff/compared.ts';
import { programRow, workstreamRow } from './group-row.ts';
import type { TimelineInput } from './input.ts';
import { itemRow } from './item-row.ts';
import { linksBetween, type TimelineLink } from './links.ts';
import type { GroupRow, ItemRow, TimelineRow } from './row.ts';

/** What is to be seen of it. */
export interface TimelineOptions {
  /** Only the items for which this holds. */
  readonly filter?: ((item: Item) => boolean) | undefined;
  /** Whether nothing that is done is shown, however recent. */
  readonly hideDone?: boolean;
  /** Whether all that is done is shown, however long ago. */
  readonly allDone?: boolean;
  /** What the plan was, where a change to it is reviewed. */
  readonly compared?: Compared | undefined;
  /** Whether the items of a program stand under it alone where none of them belongs to a workstream. */
  readonly withoutRest?: boolean;
  /** Whether nobody looks at the links: they take as long as all the rest. */
  readonly withoutLinks?: boolean;
}

/** A plan over time: programs, in them workstreams, in these what is to come and what was done lately. */
export interface Timeline {
  readonly today: Day;
  /** Every row after the one that it stands under. */
  readonly rows: readonly TimelineRow[];
  readonly links: readonly TimelineLink[];
  /** How many items were done too long ago to be shown. */
  readonly doneBefore: number;
  /** How many items do not pass the filter. */
  readonly filtered: number;
}

/** What was done no more days ago is still shown. */
const RECENT = 28;

/** Puts a plan in the order of time. Pauses, as a generator, so that a host can do something else. */
export function* timelineOf(input: TimelineInput, options: TimelineOptions = {}): Generator<void, Timeline> {
  const { plan, state, today } = input;
  const ofPrograms: (readonly TimelineRow[])[] = [];
  let doneBefore = 0;
  let filtered = 0;
  for (const program of plan.programs) {
    const forecast = program.items.filter(isForecast);
    const wanted = forecast.filter((item) => options.filter?.(item) ?? true);
    filtered += forecast.length - wanted.length;
    const isShown = (item: Item): boolean => options.allDone || isRecent(item, state, today);
    const shown = wanted.filter((item) => item.open || (!options.hideDone && isShown(item)));
    doneBefore += wanted.length - shown.length;
    yield;
    if (shown.length > 0) ofPrograms.push(yield* rowsOf(program, shown, input, options));
  }
  const rows = ofPrograms.flat();
  yield;
  const links = options.withoutLinks ? [] : yield* linksBetween(rows, input);
  return { today, rows, links, doneBefore, filtered };
}

function isRecent(item: Item, { schedule }: PlanState, today: Day): boolean {
  const finish = schedule.finish(item);
  return finish !== undefined && !endIsUnknown(item) && finish >= today - RECENT;
}

function* rowsOf(
  program: Program,
  shown: readonly Item[],
  input: TimelineInput,
  { compared, withoutRest = false }: TimelineOptions,
): Generator<void, readonly TimelineRow[]> {
  const { plan, state } = input;
  const parent = programKey(program.id);
  const groups: (readonly [GroupRow, readonly ItemRow[]])[] = [];
  const members = byWorkstream(program, shown);
  const isBare = withoutRest && members.size === 1 && members.has(undefined);
  for (const [workstream, items] of members) {
    const key = workstreamKey(program.id, workstream);
    const rows = (yield* inSteps(items, (item) =>
      itemRow(item, isBare ? { key: parent, depth: 0 } : { key, depth: 1 }, input, compared),
    )).sort(inTime);
    yield;
    const named = workstream === undefined ? undefined : plan.lookup.member(program.id, workstream);
    const described = named?.type.name === 'workstream' ? named : undefined;
    const title = visible(described?.title ?? workstream ?? 'No workstream');
    groups.push([workstreamRow({ key, parent, title, item: described }, rows), rows]);
    yield;
  }
  return [
    programRow(
      program,
      groups.map(([group]) => group),
      state,
    ),
    ...(isBare ? groups.flatMap(([, rows]) => rows) : groups.flat(2)),
  ];
}

/** Workstreams as the plan lists them, then those that no document describes; what belongs to none comes last. */
function byWorkstream(program: Program, shown: readonly Item[]): ReadonlyMap<string | undefined, readonly Item[]> {
  const found = new Map<string | undefined, Item[]>(
    program.items.filter(({ type }) => type.name === 'workstream').map(({ id }) => [id, []]),
  );
  const rest: Item[] = [];
  for (const item of shown) {
    const members = item.workstream === undefined ? rest : found.get(item.workstream);
    if (members) members.push(item);
    else found.set(item.workstream, [item]);
  }
  found.set(undefined, rest);
  return new Map([...found].filter(([, members]) => members.length > 0));
}

/** What begins first comes first; what begins together, in the order in which it ends. */
function inTime(a: ItemRow, b: ItemRow): number {
  const begins = ({ forecast }: ItemRow): number => forecast.from ?? forecast.to ?? Number.MAX_SAFE_INTEGER;
  const ends = ({ forecast }: ItemRow): number => forecast.to ?? Number.MAX_SAFE_INTEGER;
  return begins(a) - begins(b) || ends(a) - ends(b) || a.item.index - b.item.index;
}
