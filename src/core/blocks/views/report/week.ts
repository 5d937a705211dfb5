import type { Day } from '../../../model/values/day.ts';
import type { Item } from '../../../plan/item.ts';
import { hasStarted } from '../../../plan/references.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { undatedBecause } from '../../../report/told-finish.ts';
import { allClauses, sayDay, titled, workingDays } from '../../../report/words.ts';
import { momentOf } from '../../../views/moments.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { caveatLines } from './caveat.ts';
import { MOST, mostOf } from './most.ts';

const MOST_OF_ONE = 15;

/** What stands above what nobody owns. */
const NOBODY = 'No owner';

/** How far a week looks ahead, in days. */
const WEEK = 7;

/** What each person has to do this week. */
export const week: BlockView = {
  name: 'week',
  doc: 'What each person has on the table this week: what is overdue, due within seven days, starts, or is under way.',
  options: MOST,
  *lines(request) {
    const byOwner = new Map<string, Task[]>();
    for (const item of request.plan.items) {
      if (!item.open || !request.accepts(item)) continue;
      const task = taskOf(item, request);
      if (!task) continue;
      const name = item.owner ? shownText(request.plan.people.spellingOf(item.owner.name)) : NOBODY;
      const tasks = byOwner.get(name);
      if (tasks) tasks.push(task);
      else byOwner.set(name, [task]);
    }
    yield;
    return linesOf(byOwner, request);
  },
};

/** Something to be done, and why this week. */
interface Task {
  readonly item: Item;
  readonly why: string;
  /** The smaller, the sooner. */
  readonly rank: number;
}

function* linesOf(byOwner: ReadonlyMap<string, readonly Task[]>, request: ViewRequest): Generator<string> {
  for (const line of caveatLines(request)) yield* [line, ''];
  if (byOwner.size === 0) yield 'No work is due this week.';
  const people = [...byOwner].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  for (const [index, [name, tasks]] of people.entries()) {
    if (index > 0) yield '';
    yield* [`**${name}**`, ''];
    const sorted = [...tasks].sort((a, b) => a.rank - b.rank || a.item.index - b.item.index);
    yield* listOf(sorted, mostOf(request, MOST_OF_ONE), ({ item, why }) => `${titled(item, request)}: ${why}.`);
  }
}

/** Types that somebody does something about: a program or a risk is nobody's task of a week. */
const TASKS: ReadonlySet<string> = new Set(['milestone', 'action', 'issue', 'decision', 'gate', 'dependency']);

function taskOf(item: Item, request: ViewRequest): Task | undefined {
  if (!TASKS.has(item.type.name)) return undefined;
  const { today, state } = request;
  const until = today + WEEK;
  const { due } = item;
  const told: string[] = [];
  let rank = until + 1;
  if (due !== undefined && due < today) {
    told.push(`was due on ${sayDay(due, request)}${agoWords(item, due, request)}`);
    rank = Math.min(rank, due);
  } else if (due !== undefined && due <= until) {
    told.push(due === today ? 'is due today' : `is due on ${sayDay(due, request)}`);
    rank = Math.min(rank, due);
  }
  const moment = momentOf(item, state);
  if (moment && moment.day <= until) {
    told.push(
      `holds up ${titled(moment.moves, request)}${moment.day <= today ? ' from today on' : ` after ${sayDay(moment.day, request)}`}`,
    );
    rank = Math.min(rank, moment.day);
  }
  const start = state.schedule.start(item);
  if (!hasStarted(item) && start !== undefined && start >= today && start <= until) {
    told.push(start === today ? 'can start today' : `can start on ${sayDay(start, request)}`);
    rank = Math.min(rank, start);
  }
  const finish = state.schedule.finish(item);
  if (item.type.name === 'milestone' && finish !== undefined && (due === undefined || due >= today)) {
    const missed = state.late.missed(item);
    const undated = undatedBecause(item, request);
    const forecast =
      undated ?? `forecast for ${sayDay(finish, request)}${missed ? `, ${workingDays(missed.days)} late` : ''}`;
    if (told.length > 0 && missed && !undated) told.push(`is ${forecast}`);
    else if (told.length === 0 && hasStarted(item)) told.push(`is under way, ${forecast}`);
  }
  return told.length === 0 ? undefined : { item, why: allClauses(told), rank };
}

/** `, 2 working days ago`; empty where none has passed, as on a Saturday of a Friday. */
function agoWords(item: Item, due: Day, { state, today }: ViewRequest): string {
  const days = state.calendars.of(item).daysBetween(due, today);
  return days > 0 ? `, ${workingDays(days)} ago` : '';
}
