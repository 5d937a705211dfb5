import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlanState } from '../../state/state.ts';
import { counted } from '../../text/words.ts';
import { ProjectCalendars } from './project-calendars.ts';
import type { Progress, ProjectFile, ProjectTask } from './project-file.ts';
import { guidOf, ProjectIds } from './project-ids.ts';
import { ProjectNotes } from './project-notes.ts';
import { type OutlineRow, outlineOf } from './project-outline.ts';
import { type ScheduledTask, scheduledTasks } from './project-schedule.ts';
import { boundaryAt, dayOf, eveningOf, type Instant, morningOf } from './project-time.ts';

/** The days that Project knows. */
const FIRST_DAY: Day = Date.UTC(1984, 0, 1) / 86_400_000;
const LAST_DAY: Day = Date.UTC(2149, 11, 31) / 86_400_000;

/** What a project is made of. */
export interface ProjectInput {
  readonly plan: Plan;
  readonly state: Pick<PlanState, 'schedule' | 'calendars' | 'drifts'>;
  readonly today: Day;
}

/** Items of a plan as a project of Microsoft Project, and what of them it cannot say. */
export function projectOf(
  items: readonly Item[],
  { plan, state, today }: ProjectInput,
): { readonly project: ProjectFile; readonly notes: ProjectNotes } {
  const notes = new ProjectNotes();
  const forecast = items.filter((item) => state.schedule.has(item));
  noteLeftOut(items, state, notes);
  const programs = new Set(forecast.map(({ program }) => program));
  const calendars = new ProjectCalendars(plan, state.calendars, programs.size === 1 ? [...programs][0] : undefined);
  const tasks = scheduledTasks(forecast, { plan, schedule: state.schedule, calendars, notes, today });
  const rows = outlineOf(forecast, plan);
  const ids = new ProjectIds(rows.map(({ key }) => key));
  const owners = [...new Set(rows.flatMap(({ item }) => ownerOf(item, plan) ?? []))].sort();
  const starts = [...tasks.values()].map((task) => dayOf(task.start));
  const start = morningOf(starts.length === 0 ? today : starts.reduce((a, b) => Math.min(a, b)));
  const finish = [...tasks.values()].reduce((latest, task) => Math.max(latest, task.finish), start);
  const built = new Tasks(rows, tasks, ids, { plan, state, today }).all();
  for (const { texts, start: begins, finish: ends } of built) {
    if (dayOf(begins) < FIRST_DAY || dayOf(ends) > LAST_DAY) notes.add('span', texts[0] as string);
  }
  const project: ProjectFile = {
    title: rows[0]?.title ?? 'Plan',
    ...{ today, start, finish },
    calendars: calendars.all,
    tasks: built,
    resources: owners.map((name, index) => ({ uid: index + 1, name })),
  };
  return { project, notes };
}

/** What has no place in a schedule, by its type. */
function noteLeftOut(items: readonly Item[], { schedule }: ProjectInput['state'], notes: ProjectNotes): void {
  const left = new Map<string, number>();
  for (const item of items) {
    if (schedule.has(item) || item.type.name === 'program' || item.type.name === 'workstream') continue;
    const what = item.dropped && item.type.forecast ? `${item.status} ${item.type.name}` : item.type.name;
    left.set(what, (left.get(what) ?? 0) + 1);
  }
  for (const [what, count] of left) notes.add('left', counted(count, what));
}

/** The making of the rows of an outline: leaves as they are scheduled, summaries of what is in them. */
class Tasks {
  readonly #rows: readonly OutlineRow[];
  readonly #scheduled: ReadonlyMap<Item, ScheduledTask>;
  readonly #ids: ProjectIds;
  readonly #keys: ReadonlyMap<Item, string>;
  readonly #input: ProjectInput;

  constructor(
    rows: readonly OutlineRow[],
    scheduled: ReadonlyMap<Item, ScheduledTask>,
    ids: ProjectIds,
    input: ProjectInput,
  ) {
    this.#rows = rows;
    this.#scheduled = scheduled;
    this.#ids = ids;
    this.#keys = new Map(rows.flatMap(({ item, key }) => (item ? [[item, key] as const] : [])));
    this.#input = input;
  }

  all(): readonly ProjectTask[] {
    return this.#rows.map((row, index) => {
      const task = row.item && this.#scheduled.get(row.item);
      return task ? this.#leaf(row, row.item as Item, task) : this.#summary(row, this.#below(index));
    });
  }

  /** The tasks in the rows below a row. */
  #below(index: number): readonly ScheduledTask[] {
    const { level } = this.#rows[index] as OutlineRow;
    const tasks: ScheduledTask[] = [];
    for (let next = index + 1; next < this.#rows.length; next++) {
      const row = this.#rows[next] as OutlineRow;
      if (row.level <= level) break;
      const task = row.item && this.#scheduled.get(row.item);
      if (task) tasks.push(task);
    }
    return tasks;
  }

  #leaf(row: OutlineRow, item: Item, task: ScheduledTask): ProjectTask {
    const { state } = this.#input;
    const baseline = state.drifts.was(item)?.finish;
    return {
      ...this.#common(row),
      ...{ isSummary: false, start: task.start, finish: task.finish, duration: task.duration },
      isEstimated: item.values.estimate !== undefined && item.values.duration === undefined,
      isCritical: state.schedule.isCritical(item),
      progress: task.progress,
      constraint: task.constraint,
      calendar: task.calendar,
      deadline: item.due === undefined ? undefined : eveningOf(item.due),
      links: task.links.map((link) => ({
        from: this.#ids.uidOf(this.#keys.get(link.item) as string),
        type: link.type,
        lag: link.lag,
      })),
      baseline: baseline === undefined ? undefined : eveningOf(baseline),
    };
  }

  #summary(row: OutlineRow, tasks: readonly ScheduledTask[]): ProjectTask {
    const { state, plan } = this.#input;
    const start = Math.min(...tasks.map((task) => task.start));
    const finish = Math.max(...tasks.map((task) => task.finish));
    const calendar = state.calendars.ofProgram(row.program ?? plan.programs[0]?.id ?? '');
    const target = row.item?.type.name === 'program' ? row.item.values.target : undefined;
    return {
      ...this.#common(row),
      ...{ isSummary: true, start, finish },
      duration: Math.max(0, boundaryAt(calendar, finish) - boundaryAt(calendar, start)),
      ...{ isEstimated: false, isCritical: false, constraint: undefined, calendar: undefined, links: [] },
      progress: progressOf(tasks),
      deadline: target === undefined ? undefined : eveningOf(target),
      baseline: undefined,
    };
  }

  #common({ key, title, level, item, texts }: OutlineRow) {
    return {
      ...{ uid: level === 0 ? 0 : this.#ids.uidOf(key), guid: guidOf(key), name: title, level },
      owner: ownerOf(item, this.#input.plan),
      notes: item ? notesOf(item) : '',
      texts,
    };
  }
}

/** What is done of several tasks, by how long they take; and since when, and until when. */
function progressOf(tasks: readonly ScheduledTask[]): Progress {
  const sum = (of: (task: ScheduledTask) => number): number => tasks.reduce((all, task) => all + of(task), 0);
  const length = sum(({ duration }) => duration);
  const done = sum(({ progress }) => progress.done);
  const begun = tasks.flatMap(({ progress }) => progress.begun ?? []);
  const ended = tasks.flatMap(({ progress }): readonly Instant[] =>
    progress.ended === undefined ? [] : [progress.ended],
  );
  const isOver = ended.length === tasks.length;
  return {
    percent: isOver ? 100 : length === 0 ? 0 : Math.floor((100 * done) / length),
    begun: begun.length > 0 ? Math.min(...begun) : undefined,
    ended: isOver ? Math.max(...ended) : undefined,
    done,
    pause: undefined,
  };
}

/** Who answers for an item, in the one spelling that the plan has for each: Project knows people by their exact names. */
const ownerOf = (item: Item | undefined, { people }: Plan): string | undefined =>
  item?.owner && people.spellingOf(item.owner.name);

/** Where an item stands, and its prose. */
function notesOf({ document, parsed }: Item): string {
  const prose = parsed.prose.map(({ start, end }) => document.text.slice(start, end).trim()).filter(Boolean);
  return [document.path, ...prose].join('\n\n');
}
