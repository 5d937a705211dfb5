import type { CalendarSpec } from '../../model/kinds/calendar.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Calendars } from '../../schedule/calendars.ts';
import { overlay, WorkCalendar } from '../../schedule/work-calendar.ts';
import type { ProjectCalendar, ProjectException } from './project-file.ts';

const WEEKDAYS = [0, 1, 2, 3, 4];
const ALL_WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The name of the calendar on which every day is worked: what comes back from Project with it has none of its own. */
export const EVERY_DAY = 'Every day';

/** The calendars of a file, one for all that have the same working days. Their numbers are their places, from 1. */
export class ProjectCalendars {
  readonly #calendars: Calendars;
  readonly #known = new Map<string, ProjectCalendar>();
  readonly #names = new Set<string>();
  readonly #plan: Plan;
  readonly #everyDay = new WorkCalendar({ workdays: ALL_WEEK });

  /** @param program the one that everything is of; undefined where there are several */
  constructor(plan: Plan, calendars: Calendars, program: string | undefined) {
    this.#plan = plan;
    this.#calendars = calendars;
    // Freezes are for those who have their tags.
    const own = program === undefined ? undefined : plan.lookup.program(program)?.values.calendar;
    const spec = { ...overlay(plan.config.calendar, own), freezes: [] };
    this.#add(new WorkCalendar(spec).key, spec, 'Standard');
  }

  get all(): readonly ProjectCalendar[] {
    return [...this.#known.values()];
  }

  /** The number of the calendar of an item. */
  of(item: Item): number {
    const calendar = this.#calendars.of(item);
    const known = this.#known.get(calendar.key);
    if (known) return known.uid;
    const spec = this.#calendars.specOf(item);
    const tags = (item.values.tags ?? []).map(({ value }) => value);
    const freezes = (spec.freezes ?? []).filter((freeze) => freeze.tags.some((tag) => tags.includes(tag)));
    return this.#add(calendar.key, { ...spec, freezes }, this.#nameFor(item, freezes.length > 0 ? tags : [])).uid;
  }

  /** The calendar by which what stands on a day without work is placed: one of its own, whatever others there are. */
  everyDay(): { readonly uid: number; readonly calendar: WorkCalendar } {
    const known = this.#known.get(EVERY_DAY);
    if (known) return { uid: known.uid, calendar: this.#everyDay };
    return { uid: this.#add(EVERY_DAY, { workdays: ALL_WEEK }, EVERY_DAY).uid, calendar: this.#everyDay };
  }

  #add(key: string, spec: CalendarSpec, wanted: string): ProjectCalendar {
    let name = wanted;
    for (let count = 2; this.#names.has(name); count++) name = `${wanted} ${count}`;
    const workdays = spec.workdays?.length ? spec.workdays : WEEKDAYS;
    const made = { uid: this.#known.size + 1, name, workdays, exceptions: exceptionsOf(spec) };
    this.#names.add(name);
    this.#known.set(key, made);
    return made;
  }

  #nameFor(item: Item, tags: readonly string[]): string {
    const owner = this.#plan.workstreamOf(item) ?? this.#plan.lookup.program(item.program);
    return [owner?.title ?? item.program, ...(tags.length > 0 ? [tags.join(', ')] : [])].join(': ');
  }
}

/** Spans that are off, those that overlap made one: Project takes no others. */
function exceptionsOf({ holidays = [], freezes = [] }: CalendarSpec): readonly ProjectException[] {
  const spans: ProjectException[] = [
    ...holidays.map(({ first, last }) => ({ name: 'Holiday', first, last })),
    ...freezes.map(({ name, span }) => ({ name: name || 'Freeze', first: span.first, last: span.last })),
  ];
  const merged: { names: string[]; first: Day; last: Day }[] = [];
  for (const { name, first, last } of spans.sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (!before || first > before.last) {
      merged.push({ names: [name], first, last });
      continue;
    }
    before.last = Math.max(before.last, last);
    if (!before.names.includes(name)) before.names.push(name);
  }
  return merged.map(({ names, first, last }) => ({ name: names.join(', '), first, last }));
}
