import type { CalendarSpec } from '../model/kinds/calendar.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { overlay, WorkCalendar } from './work-calendar.ts';

/** What the items of one workstream of one program share. */
interface Shared {
  readonly spec: CalendarSpec;
  readonly calendar: WorkCalendar;
}

/** Nobody needs what was typed in a calendar between the first letter and the last. */
const MOST_LATER = 100;

/** The calendars of a plan's items: the workstream's, over the program's, over the configuration's. */
export class Calendars {
  readonly #plan: Pick<Plan, 'config' | 'lookup'>;
  readonly #byKey: Map<string, WorkCalendar>;
  readonly #bySpec: Map<string, WorkCalendar>;
  readonly #shared: Map<string, Map<string | undefined, Shared>>;
  /** How many calendars have been made since the first of those that take over from each other. */
  readonly #later: { count: number } | undefined;

  /** @param earlier the calendars of a plan whose programs, workstreams and configuration have the same ones */
  constructor(plan: Pick<Plan, 'config' | 'lookup'>, earlier?: Calendars) {
    this.#plan = plan;
    this.#byKey = earlier ? earlier.#byKey : new Map();
    this.#bySpec = earlier ? earlier.#bySpec : new Map();
    this.#shared = earlier ? earlier.#shared : new Map();
    this.#later = earlier && (earlier.#later ?? { count: 0 });
  }

  /** Whether so many have been made while somebody typed in a calendar that it is better to begin anew. */
  get isCrowded(): boolean {
    return (this.#later?.count ?? 0) > MOST_LATER;
  }

  /** The calendar of an item. Items whose calendars have the same working days share one. */
  of(item: Item): WorkCalendar {
    const shared = this.#sharedBy(item.program, item.workstream);
    const own = ownCalendar(item);
    const spec = overlay(shared.spec, own);
    const freezes = spec.freezes ?? [];
    const tags = freezes.length > 0 ? (item.values.tags ?? []).map((tag) => tag.value) : [];
    const frozen = tags.length > 0 && freezes.some((freeze) => freeze.tags.some((tag) => tags.includes(tag)));
    return own || frozen ? this.#make(spec, tags) : shared.calendar;
  }

  /** What the calendar of an item says: the working days of a week, the holidays, the freezes for any tag. */
  specOf(item: Item): CalendarSpec {
    return overlay(this.#sharedBy(item.program, item.workstream).spec, ownCalendar(item));
  }

  /** The calendar of a program as a whole. */
  ofProgram(program: string): WorkCalendar {
    return this.#sharedBy(program, undefined).calendar;
  }

  #sharedBy(program: string, workstream: string | undefined): Shared {
    let streams = this.#shared.get(program);
    if (!streams) {
      streams = new Map();
      this.#shared.set(program, streams);
    }
    let shared = streams.get(workstream);
    if (!shared) {
      const spec = this.#spec(program, workstream);
      shared = { spec, calendar: this.#make(spec, []) };
      streams.set(workstream, shared);
    }
    return shared;
  }

  #spec(program: string, workstream: string | undefined): CalendarSpec {
    const { config, lookup } = this.#plan;
    const ofProgram = overlay(config.calendar, lookup.program(program)?.values.calendar);
    const stream = workstream === undefined ? undefined : lookup.member(program, workstream);
    return stream?.type.name === 'workstream' ? overlay(ofProgram, stream.values.calendar) : ofProgram;
  }

  #make(spec: CalendarSpec, tags: readonly string[]): WorkCalendar {
    const freezes = (spec.freezes ?? []).filter((freeze) => freeze.tags.some((tag) => tags.includes(tag)));
    const text = JSON.stringify([spec.workdays, spec.holidays, freezes]);
    let calendar = this.#bySpec.get(text);
    if (!calendar) {
      const made = new WorkCalendar({ ...spec, freezes }, tags);
      if (this.#later) this.#later.count++;
      // What is written differently may come to the same days.
      calendar = this.#byKey.get(made.key) ?? made;
      this.#byKey.set(made.key, calendar);
      this.#bySpec.set(text, calendar);
    }
    return calendar;
  }
}

const ownCalendar = ({ type, values }: Item): CalendarSpec | undefined =>
  type.name === 'milestone' || type.name === 'workstream' ? values.calendar : undefined;
