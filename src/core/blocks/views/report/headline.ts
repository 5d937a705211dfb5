import type { Item } from '../../../plan/item.ts';
import type { Program } from '../../../plan/program.ts';
import { reasonSentence } from '../../../report/reason-sentence.ts';
import { undatedBecause } from '../../../report/told-finish.ts';
import { healthMark, quotedSentence, sayDay, titled, titledWithOwner, workingDays } from '../../../report/words.ts';
import { isFirm } from '../../../schedule/network.ts';
import { type HealthValue, PROMISES } from '../../../state/health.ts';
import type { Missed } from '../../../state/late.ts';
import { shownSlip } from '../../../state/shown-slip.ts';
import { allOf } from '../../../text/words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { nothing, shownText } from '../markdown.ts';
import { programsAskedFor } from '../show.ts';
import { caveatLines } from './caveat.ts';

/** Beside what makes its finish late, so many reasons are told. */
const MOST_REASONS = 3;

/** How programs stand, and why: what a leader reads first, and may read alone. */
export const headline: BlockView = {
  name: 'headline',
  doc: 'How each program stands, in sentences: its health, when it is forecast to finish, why, and the path to green.',
  options: {},
  *lines(request) {
    const programs = programsAskedFor(request);
    if (programs.length === 0) return [...nothing('programs'), ...apart(caveatLines(request))];
    yield;
    return linesOfAll(programs, request);
  },
};

function* linesOfAll(programs: readonly Program[], request: ViewRequest): Generator<string> {
  for (const [index, program] of programs.entries()) {
    if (index > 0) yield '';
    const [first = '', ...rest] = linesOf(program, request);
    yield first;
    // Who reads the first line alone is to know how far to trust it.
    if (index === 0) yield* apart(caveatLines(request));
    yield* rest;
  }
}

/** Lines with an empty one before them, where there are any. */
const apart = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...lines]);

function* linesOf(program: Program, request: ViewRequest): Generator<string> {
  const name = shownText(program.item?.title ?? program.id);
  if (program.item && !program.item.open) {
    yield `**${name}** is ${shownText(program.item.status)}.`;
    return;
  }
  const { value, reasons } = request.state.health(program);
  const goal = goalOf(program, request);
  const missed = goal && request.state.late.missed(goal);
  const isDated = goal === undefined || undatedBecause(goal, request) === undefined;
  yield [
    `**${name} is ${healthMark(value)}.**`,
    finishSentence(program, goal, request),
    ...(isDated ? comparisons(program, request) : []),
  ]
    .filter((part) => part !== '')
    .join(' ');
  const said = contradictions(program, value, request);
  if (said !== '') yield* ['', `> **Note:** ${said}`];
  const why = missed && value !== 'green' ? lateSentence(missed, request) : '';
  if (why !== '') yield* ['', why];
  // That the goal misses its dates has been said; what else is against the program by way of it has not.
  const others = reasons.filter((reason) => reason.item !== goal || !reason.missed);
  if (others.length > 0) {
    yield '';
    yield* others.slice(0, MOST_REASONS).map((reason) => `- ${reasonSentence(reason, request)}`);
    if (others.length > MOST_REASONS) yield `- And ${others.length - MOST_REASONS} more.`;
  }
  const path = program.item?.values.path_to_green;
  if (path && value !== 'green') yield* ['', `**Path to green:** ${quotedSentence(path)}`];
}

/** What a program finishes with: its goal, else the last item of its critical path. */
function goalOf({ id }: Program, { state: { schedule } }: ViewRequest): Item | undefined {
  const found = schedule.program(id);
  return found?.goal ?? found?.criticalPath.at(-1);
}

/** `Go-live is forecast for 17 March 2027, 3 working days after its firm date 12 March 2027.` */
function finishSentence({ id }: Program, goal: Item | undefined, request: ViewRequest): string {
  const { schedule, late } = request.state;
  const forecast = schedule.program(id);
  if (!goal || forecast?.finish === undefined) return 'Nothing of it is forecast.';
  const what = titled(goal, request);
  if (undatedBecause(goal, request) === 'date cannot be read')
    return `When ${what} is done is not known: a date of it cannot be read.`;
  if (undatedBecause(goal, request)) return `${what} has no date yet.`;
  if (!goal.open) return `${what} was done on ${sayDay(forecast.finish, request)}.`;
  const finish = `${what} is forecast for ${sayDay(forecast.finish, request)}`;
  const broken = late.missed(goal)?.broken ?? [];
  if (broken.length > 0) {
    const promises = broken.map(({ kind, date, days }) => {
      return `${workingDays(days)} after ${PROMISES[kind]} ${sayDay(date, request)}`;
    });
    return `${finish}, ${allOf(promises)}.`;
  }
  const slip = shownSlip(goal, schedule);
  if (goal.due !== undefined && slip !== undefined) {
    const early = slip < 0 ? `${workingDays(slip)} before` : 'exactly on';
    return `${finish}, ${early} ${PROMISES[isFirm(goal) ? 'firm' : 'goal']} ${sayDay(goal.due, request)}.`;
  }
  return forecast.target === undefined ? `${finish}.` : `${finish}; the target is ${sayDay(forecast.target, request)}.`;
}

/** What was forecast when the report's time began, and at the baseline. */
function comparisons({ id }: Program, request: ViewRequest): readonly string[] {
  const { change, state } = request;
  const drift = state.drifts.ofProgram(id);
  // What the baseline had is told once, as the drift.
  const isDrift = drift !== undefined && change?.with?.kind === 'baseline';
  const moved = isDrift ? undefined : change?.diff?.programs.find((program) => program.id === id);
  const told: string[] = [];
  if (change && moved?.finish.base !== undefined && moved.finish.head !== undefined) {
    const { base, head } = moved.finish;
    const far = moved.workingDaysMoved ?? 0;
    told.push(
      base === head
        ? `That is unchanged since ${sayDay(change.since, request)}.`
        : `On ${sayDay(change.since, request)} it was forecast for ${sayDay(base, request)}${far === 0 ? '' : `, ${workingDays(far)} ${far > 0 ? 'earlier' : 'later'}`}.`,
    );
  }
  if (drift && state.drifts.baseline) {
    const far = drift.workingDays;
    const than =
      far === 0
        ? 'the same day'
        : `${sayDay(drift.from, request)}, ${workingDays(far)} ${far > 0 ? 'earlier' : 'later'}`;
    told.push(`The baseline ${shownText(state.drifts.baseline.name)} has ${than}.`);
  }
  return told;
}

/** `It is late because of [Ledger schema v2](…) (chen), five links before it: half done after two thirds of the time.` */
function lateSentence({ item, root }: Missed, request: ViewRequest): string {
  const note = root.values.note;
  const says = note ? ` ${quotedSentence(note)}` : '';
  if (root === item) return says === '' ? '' : `**Why:**${says}`;
  const days = request.state.late.missed(root)?.days;
  const own = days === undefined ? '' : `, which is ${workingDays(days)} late`;
  return `**Why:** it waits for ${titledWithOwner(root, request)}${own}.${says}`;
}

/** That the owner of the program, or the author of this update, says something better than what is forecast. */
function contradictions(program: Program, value: HealthValue, request: ViewRequest): string {
  const author = updateIn(request, program)?.values.health;
  const owner = program.item?.values.health;
  const isOther = (said: HealthValue | undefined): boolean => said !== undefined && said !== value;
  const says = [
    isOther(author) ? `this update says **${author}**` : '',
    isOther(owner) && owner !== author
      ? `${program.item?.owner ? shownText(program.item.owner.name) : 'its owner'} says **${owner}**`
      : '',
  ].filter((part) => part !== '');
  return says.length === 0 ? '' : `${allOf(says)}, and the forecast says **${value}**.`;
}

/** The update that the document itself is. */
function updateIn({ plan, from }: ViewRequest, { id }: Program): Item | undefined {
  const document = plan.documentAt(from);
  return document && plan.itemsOf(document).find((item) => item.type.name === 'update' && item.program === id);
}
