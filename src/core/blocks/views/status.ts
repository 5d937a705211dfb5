import type { Item } from '../../plan/item.ts';
import type { Program } from '../../plan/program.ts';
import { undatedBecause } from '../../report/told-finish.ts';
import type { ProgramForecast } from '../../schedule/forecast.ts';
import { PROMISES } from '../../state/health.ts';
import type { Missed } from '../../state/late.ts';
import { counted } from '../../text/words.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { dayText, linkedId, linkedIds, nothing, ownerText, shownText, targetsOf, titleText } from './markdown.ts';
import { programsAskedFor } from './show.ts';

/** A list names so many, and counts the rest. */
const MOST_LISTED = 10;

/** How programs stand, and what has to be done about it. */
export const status: BlockView = {
  name: 'status',
  doc: 'How each program stands: health with its reasons, its finish, what is late and why, and which decisions are needed.',
  options: {},
  *lines(request) {
    const programs = programsAskedFor(request);
    if (programs.length === 0) return nothing('programs');
    yield;
    return linesOfAll(programs, request);
  },
};

function* linesOfAll(programs: readonly Program[], request: ViewRequest): Generator<string> {
  for (const [index, program] of programs.entries()) {
    if (index > 0) yield '';
    yield* linesOf(program, request);
  }
}

function* linesOf(program: Program, request: ViewRequest): Generator<string> {
  const own = program.items.filter((item) => item.open && request.accepts(item));
  yield headline(program, request);
  yield* list('Why', reasonsOf(program, request));
  yield* list('Late', lateOf(own, request));
  yield* list('Blocked', blockedOf(own, request));
  yield* list('Decisions needed', decisionsOf(own, request));
}

/** `**Atlas migration** is **red**, and its owner says amber: go-live is forecast for 2027-03-17, target 2027-03-12.` */
function headline(program: Program, request: ViewRequest): string {
  const { schedule, health } = request.state;
  const { item } = program;
  const name = `**${shownText(item?.title ?? program.id)}**`;
  if (item && !item.open) return `${name} is ${shownText(item.status)}.`;
  const { value } = health(program);
  const said = item?.values.health;
  const owners = said === undefined || said === value ? '' : `, and its owner says ${shownText(String(said))}`;
  const forecast = schedule.program(program.id);
  const goal = forecast?.goal ? linkedId(forecast.goal, request) : 'its last milestone';
  const target = forecast?.target === undefined ? '' : `, target ${dayText(forecast.target)}`;
  const finish = forecast?.finish === undefined ? '' : `: ${goal} ${finishText(forecast, request)}${target}`;
  return `${name} is **${value}**${owners}${finish}.`;
}

/** `is forecast for 2027-03-17`; a day that would be made up is not told. */
function finishText({ finish, goal, criticalPath }: ProgramForecast, request: ViewRequest): string {
  const last = goal ?? criticalPath.at(-1);
  const why = last && undatedBecause(last, request);
  if (why === undefined) return `is forecast for ${dayText(finish)}`;
  return why === 'no date' ? 'has no date yet' : 'has a date that cannot be read';
}

const list = (title: string, entries: readonly string[]): string[] =>
  entries.length === 0
    ? []
    : [
        '',
        `${title}:`,
        '',
        ...entries.slice(0, MOST_LISTED).map((entry) => `- ${entry}`),
        ...(entries.length > MOST_LISTED ? [`- and ${entries.length - MOST_LISTED} more`] : []),
      ];

const reasonsOf = (program: Program, { state }: ViewRequest): string[] =>
  program.item?.open === false
    ? []
    : state.health(program).reasons.map(({ value, message }) => `${value}: ${shownText(message)}`);

/** What is forecast to be late, the hardest promise and the longest delay first. */
function lateOf(items: readonly Item[], request: ViewRequest): string[] {
  const missed = items.flatMap((item) => request.state.late.missed(item) ?? []);
  return missed
    .sort((a, b) => HARDEST.indexOf(a.kind) - HARDEST.indexOf(b.kind) || b.days - a.days)
    .map((one) => {
      const finish = dayText(request.state.schedule.finish(one.item));
      const promise = `${counted(one.days, 'working day')} after ${PROMISES[one.kind]} ${dayText(one.date)}`;
      return `${named(one.item, request)}: forecast for ${finish}, ${promise}${driverOf(one, request)}`;
    });
}

const HARDEST: readonly Missed['kind'][] = ['firm', 'goal', 'target', 'due'];

const driverOf = ({ item, root }: Missed, request: ViewRequest): string =>
  root === item ? '' : `, driven by ${linkedId(root, request)}${ownedBy(root)}`;

function blockedOf(items: readonly Item[], request: ViewRequest): string[] {
  const { blocked } = request.state;
  return items.filter(blocked.isBlocked).map((item) => {
    const causes = [...new Set(blocked.causes(item).map(({ by }) => by))].filter((by) => by !== item);
    return `${named(item, request)}${causes.length === 0 ? '' : `: by ${linkedIds(causes, request)}`}`;
  });
}

/** Decisions that are still to be made, the one that is due first on top. */
function decisionsOf(items: readonly Item[], request: ViewRequest): string[] {
  const open = items.filter(({ type }) => type.name === 'decision');
  return open
    .sort((a, b) => (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE))
    .map((item) => {
      const due =
        item.due === undefined ? '' : `due ${dayText(item.due)}${request.state.isOverdue(item) ? ', overdue' : ''}`;
      const blocks = targetsOf(item, 'blocks', request.plan);
      const told = [due, blocks.length > 0 ? `blocks ${linkedIds(blocks, request)}` : ''].filter((part) => part !== '');
      return `${named(item, request)}${told.length > 0 ? `: ${told.join(', ')}` : ''}`;
    });
}

/** `[api-freeze](…) Public API frozen (maria)`. */
function named(item: Item, request: ViewRequest): string {
  const title = titleText(item);
  return `${linkedId(item, request)}${title === '' ? '' : ` ${title}`}${ownedBy(item)}`;
}

const ownedBy = (item: Item): string => (item.owner ? ` (${ownerText(item)})` : '');
