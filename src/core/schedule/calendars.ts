import type { CalendarSpec } from '../model/kinds/calendar.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { overlay, WorkCalendar } from './work-calendar.ts';

/** The calendars of a plan's items: the workstream's, over the program's, over the configuration's. */
export class Calendars {
  readonly #plan: Pick<Plan, 'config' | 'lookup'>;
  readonly #byText = new Map<string, WorkCalendar>();
  readonly #byScope = new Map<string, Map<string | undefined, WorkCalendar>>();

  constructor(plan: Pick<Plan, 'config' | 'lookup'>) {
    this.#plan = plan;
  }

  /** The calendar of an item. Items whose calendars have the same working days share one. */
  of(item: Item): WorkCalendar {
    const tags = item.values.tags?.map((tag) => tag.value) ?? [];
    const own = item.type.name === 'milestone' || item.type.name === 'workstream' ? item.values.calendar : undefined;
    if (own || tags.length > 0) return this.#make(overlay(this.#spec(item), own), tags);
    let streams = this.#byScope.get(item.program);
    if (!streams) {
      streams = new Map();
      this.#byScope.set(item.program, streams);
    }
    let calendar = streams.get(item.workstream);
    if (!calendar) {
      calendar = this.#make(this.#spec(item), []);
      streams.set(item.workstream, calendar);
    }
    return calendar;
  }

  #spec(item: Item): CalendarSpec {
    const { config, lookup } = this.#plan;
    const program = lookup.program(item.program)?.values.calendar;
    const workstream = item.workstream === undefined ? undefined : lookup.member(item.program, item.workstream);
    const ofProgram = overlay(config.calendar, program);
    return workstream?.type.name === 'workstream' ? overlay(ofProgram, workstream.values.calendar) : ofProgram;
  }

  #make(spec: CalendarSpec, tags: readonly string[]): WorkCalendar {
    const freezing = (spec.freezes ?? []).filter((freeze) => freeze.tags.some((tag) => tags.includes(tag)));
    const text = JSON.stringify([spec.workdays, spec.holidays, freezing]);
    let calendar = this.#byText.get(text);
    if (!calendar) {
      calendar = new WorkCalendar({ ...spec, freezes: freezing }, tags);
      this.#byText.set(text, calendar);
    }
    return calendar;
  }
}
