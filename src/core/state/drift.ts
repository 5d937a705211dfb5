import { factsOf } from '../history/facts.ts';
import { matchFollowed, type Placed } from '../history/match-followed.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Calendars } from '../schedule/calendars.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Baseline, BaselineGiven, BaselineItem, MissingBaseline } from './baseline.ts';
import { standsOnToday } from './stands-on-today.ts';

/** How far a forecast is from that of the baseline. */
export interface Drift {
  /** When it was forecast to finish at the baseline. */
  readonly from: Day;
  /** How many working days later it is now; negative: earlier. */
  readonly workingDays: number;
  readonly days: number;
}

/** What drift is measured from. */
export interface DriftInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly calendars: Calendars;
  readonly given: BaselineGiven | undefined;
}

/** How the forecasts of a plan have drifted from its baseline. Nothing is looked for before somebody asks. */
export class Drifts {
  readonly #input: DriftInput;
  /** The baseline, where there is one. */
  readonly baseline: Baseline | undefined;
  /** The one that the plan names, where nobody can measure against it. */
  readonly missing: MissingBaseline | undefined;
  #unnamed: ReadonlyMap<Item, BaselineItem> | undefined;

  constructor(input: DriftInput) {
    const { given, plan } = input;
    this.#input = input;
    // The plan may name another one by now.
    const named = given?.name === plan.config.baseline ? given : undefined;
    this.baseline = named && 'items' in named ? named : undefined;
    this.missing = named && 'why' in named ? named : undefined;
  }

  /** How far the forecast of an item has drifted; undefined where it is new, or was not forecast. */
  of(item: Item): Drift | undefined {
    const { schedule } = this.#input;
    const from = this.was(item)?.finish;
    const to = schedule.finish(item);
    if (from === undefined || to === undefined || standsOnToday(item, schedule)) return undefined;
    const workingDays = this.#input.calendars.of(item).daysBetween(from, to);
    return { from, workingDays, days: to - from };
  }

  /** How far the finish of a program has drifted. */
  ofProgram(id: string): Drift | undefined {
    const { schedule, calendars, plan } = this.#input;
    const item = plan.lookup.program(id);
    const from = this.baseline?.finishes.get((item && this.was(item)?.key) ?? id);
    const to = schedule.program(id)?.finish;
    if (from === undefined || to === undefined) return undefined;
    return { from, workingDays: calendars.ofProgram(id).daysBetween(from, to), days: to - from };
  }

  /** What an item was at the baseline. */
  was(item: Item): BaselineItem | undefined {
    if (!this.baseline) return undefined;
    return namesOf(this.baseline).get(nameOf(item.type.name, item.key)) ?? this.#byContent(this.baseline).get(item);
  }

  /** Those that had another id, or another program, among what is found by no name: looked for once. */
  #byContent(baseline: Baseline): ReadonlyMap<Item, BaselineItem> {
    if (this.#unnamed) return this.#unnamed;
    const names = namesOf(baseline);
    const { items } = this.#input.plan;
    const now = new Set(items.map(({ type, key }) => nameOf(type.name, key)));
    const gone = baseline.items.filter(({ key, facts }) => !now.has(nameOf(facts.type, key)));
    const fresh = gone.length === 0 ? [] : items.filter(({ type, key }) => !names.has(nameOf(type.name, key)));
    const byPlaced = new Map(placed(fresh).map((each) => [each, each.item]));
    const found = matchFollowed<Placed>(gone, [...byPlaced.keys()]);
    this.#unnamed = new Map([...found].map(([is, was]) => [byPlaced.get(is as never) as Item, was as BaselineItem]));
    return this.#unnamed;
  }
}

const nameOf = (type: string, key: string): string => `${type === 'program' ? 'program ' : ''}${key}`;

const known = new WeakMap<Baseline, ReadonlyMap<string, BaselineItem>>();

/** The items of a baseline by name; of those that share one, the first. */
function namesOf(baseline: Baseline): ReadonlyMap<string, BaselineItem> {
  const names = known.get(baseline);
  if (names) return names;
  const found = new Map<string, BaselineItem>();
  for (const item of baseline.items) {
    const name = nameOf(item.facts.type, item.key);
    if (!found.has(name)) found.set(name, item);
  }
  known.set(baseline, found);
  return found;
}

/** Items as they are matched: with what they say. */
function placed(items: readonly Item[]): (Placed & { readonly item: Item })[] {
  const facts = new Map<ParsedDocument, ReturnType<typeof factsOf>>();
  return items.map((item) => {
    const { document, parsed, key, program } = item;
    const said = facts.get(document) ?? factsOf(document);
    facts.set(document, said);
    const place = document.items.indexOf(parsed);
    return { item, key, program, path: document.path, facts: said.items[place] as (typeof said.items)[number] };
  });
}
