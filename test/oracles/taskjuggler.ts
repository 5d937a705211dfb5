import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Day, dayOf, type Length, type ReferenceItem, type ReferencePlan, written } from './reference-plan.ts';

/** Whether TaskJuggler is installed, as the Debian package `tj3` has it. */
export const hasTaskJuggler = spawnSync('tj3', ['--version']).status === 0;

/** The day on which TaskJuggler lets a task begin, and that on which it ends. */
export interface Dates {
  readonly start: Day;
  readonly finish: Day;
}

/**
 * Schedules a plan with TaskJuggler: Monday to Friday with the plan's holidays, from its day on. It knows links FS and
 * SS, working and elapsed lags, and days before which something does not start; all else of a plan is not passed on.
 * @returns the dates by `program/id`
 */
export function scheduledByTaskJuggler(plan: ReferencePlan): ReadonlyMap<string, Dates> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-tj3-'));
  try {
    writeFileSync(join(folder, 'plan.tjp'), projectOf(plan));
    const { status, stderr } = spawnSync('tj3', ['--silent', 'plan.tjp'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`tj3: ${stderr}`);
    return datesIn(readFileSync(join(folder, 'dates.csv'), 'utf8'), plan);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A day has eight hours, from nine. */
const HOURS = 8;

function projectOf({ today, calendar, programs, items }: ReferencePlan): string {
  const holidays = (calendar?.holidays ?? []).map(
    ({ first, last }) => `leaves holiday "closed" ${written(first)} - ${written(last + 1)}`,
  );
  const tasks = programs.flatMap(({ id, start }) => [
    `task ${id} "${id}" {`,
    ...items.filter(({ program }) => program === id).map((item) => taskOf(item, Math.max(today, start ?? today))),
    '}',
  ]);
  return [
    `project plan "Plan" ${written(today)} +10y {`,
    '  timezone "UTC"',
    '  timeformat "%Y-%m-%d-%H:%M"',
    '  timingresolution 60min',
    `  dailyworkinghours ${HOURS}`,
    `  now ${written(today)}`,
    '  workinghours mon - fri 9:00 - 17:00',
    '  workinghours sat, sun off',
    '}',
    ...holidays,
    ...tasks,
    'taskreport "dates" { formats csv columns id, start, end }',
    '',
  ].join('\n');
}

/** A task, and beside it a milestone on the day before which it does not start: a task with links has no start of its own. */
function taskOf({ program, id, start, duration, dependsOn = [] }: ReferenceItem, from: Day): string {
  const after = dependsOn.map(({ on, type, lag }) => {
    const options = [...(type === 'SS' ? ['onstart'] : []), ...gapOf(lag)];
    return `${on.replace('/', '.')}${options.length > 0 ? ` { ${options.join(' ')} }` : ''}`;
  });
  return [
    `  task ${id}_from "from" { milestone start ${written(Math.max(from, start ?? from))} }`,
    `  task ${id} "${id}" {`,
    duration ? `    length ${hours(duration)}h` : '    milestone',
    `    depends ${[`${program}.${id}_from`, ...after].join(', ')}`,
    '  }',
  ].join('\n');
}

function gapOf(lag: Length): string[] {
  if (lag.amount === 0) return [];
  return lag.unit === 'ed' ? [`gapduration ${lag.amount}d`] : [`gaplength ${hours(lag)}h`];
}

const hours = ({ amount, unit }: Length): number => amount * (unit === 'w' ? 5 : 1) * HOURS;

function datesIn(report: string, plan: ReferencePlan): ReadonlyMap<string, Dates> {
  const isWorked = (day: Day): boolean =>
    (day + 3) % 7 < 5 && !plan.calendar?.holidays?.some(({ first, last }) => first <= day && day <= last);
  const dates = new Map<string, Dates>();
  for (const line of report.trim().split('\n').slice(1)) {
    const [id = '', start = '', end = ''] = line.split(';').map((cell) => cell.replaceAll('"', ''));
    // It says when something could begin, which may be at night: then it does on the next day that is worked.
    let first = dayOf(start.slice(0, 10)) + (start.slice(11) >= '17:00' ? 1 : 0);
    while (!isWorked(first)) first++;
    dates.set(id.replace('.', '/'), { start: first, finish: dayOf(end.slice(0, 10)) });
  }
  return dates;
}
