import type { Item } from '../../plan/item.ts';
import type { Program } from '../../plan/program.ts';
import { standingsOf } from '../../report/standing.ts';
import { undatedBecause } from '../../report/told-finish.ts';
import { sentence } from '../../report/words.ts';
import { HEALTHS, type HealthReason, type HealthValue, PROMISES } from '../../state/health.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';
import { dayLabel } from '../day-label.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist, shortlistWith } from './shortlist.ts';

/** How a program stands, and why. */
export interface ProgramCard {
  /** The program itself, where a document describes it. */
  readonly item: Item | undefined;
  readonly title: string;
  readonly value: HealthValue;
  /** What its owner says of it, where that is something else. */
  readonly said: string;
  /** The larger the more there is to do: programs are ordered by it. */
  readonly rank: number;
  /** What it finishes with, and when. */
  readonly finish: FinishLine | undefined;
  /** What keeps it from being green, the worst first. */
  readonly reasons: Shortlist<ReasonLine>;
  /** How its owner brings it back; empty where it is green, or nobody has said. */
  readonly pathToGreen: string;
  readonly workstreams: Shortlist<WorkstreamLine>;
  /** How many of its milestones are done, of how many. */
  readonly milestones: { readonly done: number; readonly all: number };
}

/** What a program finishes with. */
export interface FinishLine {
  readonly item: Item;
  /** `17 Mar 2027`; `no date` or `date cannot be read` where nobody knows. */
  readonly day: string;
  /** `3 working days after its firm date 12 Mar 2027`. */
  readonly detail: string;
  readonly isLate: boolean;
  /** How it compares with what was forecast before: `unchanged since 13 Nov · +9d since v1`. */
  readonly before: string;
}

/** Why a program is not green. */
export interface ReasonLine {
  readonly item: Item;
  readonly value: HealthValue;
  readonly detail: string;
  /** What causes it, where that is another item. */
  readonly root: Item | undefined;
}

/** A workstream by its health. */
export interface WorkstreamLine {
  readonly item: Item | undefined;
  readonly title: string;
  readonly value: HealthValue;
}

const MOST_REASONS = 4;
const MOST_WORKSTREAMS = 12;

/** How a program stands, and why. */
export function programCard(program: Program, input: DashboardInput): ProgramCard {
  const { plan, state } = input;
  const { value, reasons } = program.item?.open === false ? GREEN : state.health(program);
  const { health: said, path_to_green: path } = program.item?.values ?? {};
  const milestones = program.items.filter(({ type, dropped }) => type.name === 'milestone' && !dropped);
  const workstreams = standingsOf(program, plan, state).filter(
    ({ id, item }) => id !== undefined && item?.open !== false,
  );
  const finish = finishLine(program, input);
  return {
    item: program.item,
    title: visible(program.item?.title ?? program.id),
    value,
    said: said === undefined || said === value ? '' : visible(String(said)),
    rank: HEALTHS.indexOf(value) * 1000 + Math.min(reasons.length, 999),
    finish,
    reasons: shortlist(reasons, MOST_REASONS, (reason) => reasonLine(reason, input)),
    pathToGreen: path && value !== 'green' ? sentence(visible(path)) : '',
    workstreams: shortlistWith(
      workstreams,
      MOST_WORKSTREAMS,
      ({ item, id = '', value: its }) => ({ item, title: visible(item?.title ?? id), value: its }),
      [({ value: its }) => its !== 'green', 'not green'],
    ),
    milestones: { done: milestones.filter(({ finished }) => finished).length, all: milestones.length },
  };
}

const GREEN = { value: 'green', reasons: [] } as const;

function finishLine(program: Program, input: DashboardInput): FinishLine | undefined {
  const { state, today, change } = input;
  const { schedule, late, drifts } = state;
  const forecast = schedule.program(program.id);
  const item = forecast?.goal ?? forecast?.criticalPath.at(-1);
  if (!item || forecast?.finish === undefined) return undefined;
  const undated = undatedBecause(item, input);
  if (undated) return { item, day: undated, detail: '', isLate: false, before: '' };
  const [broken] = late.missed(item)?.broken ?? [];
  const moved = change?.diff?.programs.find(({ id }) => id === program.id);
  const drift = drifts.ofProgram(program.id);
  // What the baseline had is told once, as the drift.
  const isDrift = drift !== undefined && change?.with?.kind === 'baseline';
  const far = isDrift ? undefined : moved?.workingDaysMoved;
  const since = change ? dayLabel(change.since, today) : '';
  const than = (days: number): string => `${counted(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`;
  return {
    item,
    day: dayLabel(forecast.finish, today),
    detail: broken
      ? `${counted(broken.days, 'working day')} after ${PROMISES[broken.kind]} ${dayLabel(broken.date, today)}`
      : item.due === undefined
        ? ''
        : `due ${dayLabel(item.due, today)}`,
    // What nobody has promised is no more than late by its own date.
    isLate: broken !== undefined && broken.kind !== 'due',
    before: joined(
      far === undefined ? '' : far === 0 ? `unchanged since ${since}` : `${than(far)} than on ${since}`,
      drift && drifts.baseline
        ? drift.workingDays === 0
          ? `as at ${visible(drifts.baseline.name)}`
          : `${than(drift.workingDays)} than at ${visible(drifts.baseline.name)}`
        : '',
    ),
  };
}

function reasonLine(
  { value, message, item, missed: broken }: HealthReason,
  { state, today }: DashboardInput,
): ReasonLine {
  const missed = item.type.name === 'milestone' ? state.late.missed(item) : undefined;
  const root = missed && missed.root !== item ? missed.root : undefined;
  const [, ...rest] = message.split(item.id);
  const detail = broken
    ? `${counted(broken.days, 'working day')} after ${PROMISES[broken.kind]} ${dayLabel(broken.date, today)}`
    : // The message names the item by its id, which the line has as its title.
      rest.join(item.id).replace(/^[,\s]+/, '');
  return { item, value, detail: visible(detail), root };
}
