import { formatDay } from '../../core/model/values/day.ts';
import { DATES_IN_DOUBT, droppedText, halfRead } from '../../core/plan/half-read.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Program } from '../../core/plan/program.ts';
import type { Forecast } from '../../core/schedule/forecast.ts';
import type { Drift } from '../../core/state/drift.ts';
import type { Health } from '../../core/state/health.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import { count } from '../words.ts';
import { documentsOf, errorsIn } from './errors-in.ts';
import { days, driversText, slipText } from './words.ts';

/** The forecast of programs, for people. */
export function scheduleText(programs: readonly Program[], snapshot: Snapshot, style: Style): string {
  return programs.map((program) => programText(program, snapshot, style)).join('\n');
}

function programText(program: Program, snapshot: Snapshot, style: Style): string {
  const { schedule } = snapshot.state;
  const health = snapshot.state.health(program);
  const path = schedule.program(program.id)?.criticalPath ?? [];
  const open = program.items.filter((item) => item.open && schedule.has(item));
  const parts = [
    `${style.bold(visible(program.item?.title ?? program.id))}  ${healthText(health, style)}\n`,
    style.dim(`${visible(program.id)} · ${spanText(program, snapshot)}\n`),
    ...health.reasons.map((reason) => `  ${visible(reason.message)}\n`),
    errorsText(program, snapshot, style),
    section('Critical path', path, program, snapshot, style),
    section('Open items', open, program, snapshot, style),
  ];
  return parts.join('');
}

/** When a program starts, and how long it takes until when. */
function spanText({ id }: Program, { state }: Snapshot): string {
  const { start, finish, workingDays, target, goal } = state.schedule.program(id) ?? {};
  if (start === undefined || finish === undefined || workingDays === undefined) return 'no milestones to be forecast';
  const by = goal ? ` with ${visible(goal.id)}` : '';
  const promised = target === undefined ? '' : `, target ${formatDay(target)}`;
  const span = `${formatDay(start)} to ${formatDay(finish)}${by}, ${counted(workingDays, 'working day')}${promised}`;
  const drift = state.drifts.ofProgram(id);
  return drift ? `${span}, ${sinceText(drift, state)}` : span;
}

/** `3 working days later than at v1 (2027-03-12)`. */
function sinceText({ from, workingDays, days: elapsed }: Drift, { drifts }: Snapshot['state']): string {
  const at = `at ${visible(drifts.baseline?.name ?? '')}`;
  if (elapsed === 0) return `as ${at}`;
  const far = workingDays === 0 ? counted(Math.abs(elapsed), 'day') : counted(Math.abs(workingDays), 'working day');
  return `${far} ${elapsed > 0 ? 'later' : 'earlier'} than ${at} (${formatDay(from)})`;
}

/** A forecast of a plan with errors may leave out what these are about: a link, a date, an item. */
function errorsText(program: Program, snapshot: Snapshot, style: Style): string {
  const errors = errorsIn(program, snapshot);
  // A file that is left out of the plan is no error of any program, and may belong to each.
  const doubt =
    errors === 0 ? (halfRead(snapshot.plan)?.text ?? droppedText(snapshot.plan, documentsOf(program))) : undefined;
  if (doubt) return style.yellow(`  ${doubt}, ${DATES_IN_DOUBT} (milepost check)\n`);
  if (errors === 0) return '';
  return style.yellow(
    `  ${count(errors, 'error')} in its documents: what they are about may be missing here (milepost check)\n`,
  );
}

function healthText({ value }: Health, style: Style): string {
  const colour = { green: style.green, amber: style.yellow, red: style.red }[value];
  return colour(value);
}

function section(title: string, items: readonly Item[], program: Program, snapshot: Snapshot, style: Style): string {
  if (items.length === 0) return '';
  const drift = snapshot.state.drifts.baseline ? 'drift' : '';
  const head = ['', ...['id', 'start', 'finish', 'due', 'slip', drift, 'float', 'margin', 'driven by'].map(style.dim)];
  const rows = columns([head, ...items.map((item) => row(item, program, snapshot, style))]);
  return `\n${style.bold(title)}\n${rows.map((line) => `  ${line}\n`).join('')}`;
}

function row(item: Item, program: Program, { state }: Snapshot, style: Style): string[] {
  const forecast = state.schedule.of(item) as Forecast;
  const { start, finish, slip, totalFloat, critical } = forecast;
  const margin = state.schedule.shownMargin(item);
  return [
    critical ? style.red('*') : ' ',
    visible(item.program === program.id ? item.id : item.key),
    start === undefined ? '' : formatDay(start),
    formatDay(finish),
    item.due === undefined ? '' : formatDay(item.due),
    slip === undefined || slip <= 0 ? '' : style.red(slipText(slip)),
    driftText(state.drifts.of(item)?.workingDays, style),
    totalFloat === undefined || state.schedule.standsAlone(item) ? '' : days(totalFloat),
    margin === undefined ? '' : margin < 0 ? style.red(days(margin)) : days(margin),
    visible(driversText(state.schedule.drivers(item), item, program.id)),
  ];
}

function driftText(workingDays: number | undefined, style: Style): string {
  if (!workingDays) return '';
  return (workingDays > 0 ? style.red : style.green)(slipText(workingDays));
}
