// The same network for TaskJuggler: each item that takes part in the forecast as a task, each link as a dependency.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatDay } from '../src/core/model/values/day.ts';
import { timed } from './measure.mjs';

const HOURS = 8;

/** Whether it is installed: Debian has it as `tj3`. */
export const hasTaskJuggler = spawnSync('tj3', ['--version']).status === 0;

/** A folder with the project of a plan, and how to schedule it. */
export class TaskJuggler {
  #folder = mkdtempSync(join(tmpdir(), 'milepost-bench-tj3-'));

  constructor(snapshot) {
    writeFileSync(join(this.#folder, 'plan.tjp'), projectOf(snapshot));
  }

  run() {
    const result = timed('tj3', ['--silent', 'plan.tjp'], { cwd: this.#folder });
    if (result.status !== 0) throw new Error(`tj3: ${result.stderr}`);
    return result;
  }

  remove() {
    rmSync(this.#folder, { recursive: true });
  }
}

/**
 * What it has no word for is put as what comes nearest, so that the number of tasks and links is the same: FF and SF as
 * FS, what is done as a milestone on its day.
 */
function projectOf({ plan, state, today }) {
  const { schedule } = state;
  const items = plan.items.filter((item) => schedule.has(item));
  const finishes = items.map((item) => schedule.finish(item));
  const [first, last] = [Math.min(today, ...finishes) - 7, Math.max(...finishes) + 400];
  const name = (item) => `t${item.index}`;
  const tasks = items.map((item) => {
    const after = plan.linksTo(item).filter((link) => schedule.has(link.from) && !plan.closesCycle(link));
    const links = after.map(({ from, type, lag }) => {
      const gap = lag && lag.amount > 0 ? [`gaplength ${Math.round(lag.amount * HOURS)}h`] : [];
      const options = [...(type === 'SS' ? ['onstart'] : []), ...gap];
      return `${name(from)}${options.length > 0 ? ` { ${options.join(' ')} }` : ''}`;
    });
    const length = item.open ? Math.round((schedule.of(item)?.duration ?? 0) * HOURS) : 0;
    const lines = [length > 0 ? `length ${length}h` : 'milestone'];
    if (links.length > 0 && item.open) lines.push(`depends ${links.join(', ')}`);
    else lines.push(`start ${formatDay(schedule.start(item) ?? schedule.finish(item))}`);
    return `task ${name(item)} "${name(item)}" { ${lines.join(' ')} }`;
  });
  return [
    `project plan "Plan" ${formatDay(first)} - ${formatDay(last)} {`,
    '  timezone "UTC"',
    '  timingresolution 60min',
    `  now ${formatDay(today)}`,
    '  workinghours mon - fri 9:00 - 17:00',
    '  workinghours sat, sun off',
    '}',
    ...tasks,
    'taskreport "dates" { formats csv columns id, start, end }',
    '',
  ].join('\n');
}
