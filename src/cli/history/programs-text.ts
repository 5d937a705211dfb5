import type { FinishPoint } from '../../core/history/finish-trend.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Program } from '../../core/plan/program.ts';
import { visible } from '../../core/text/visible.ts';
import { amount, counted } from '../../core/text/words.ts';
import { timesWords } from '../../core/views/history-summary.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import { count } from '../words.ts';
import type { Moved } from './moved.ts';
import { finishesOf, movedMilestones, programMoved } from './program-trend.ts';
import type { ToldHistory } from './told-history.ts';
import { daysText, hashText, movedText } from './words.ts';

/** How many milestones of a program are told of. */
const MOST_MILESTONES = 10;

/** How the finish of programs has wandered, and which milestones have moved most, for people. */
export function programsHistoryText(programs: readonly Program[], told: ToldHistory, style: Style): string {
  return programs.map((program) => programText(program, told, style)).join('\n');
}

function programText(program: Program, told: ToldHistory, style: Style): string {
  const { snapshot, history, since } = told;
  const points = finishesOf(program, told);
  const now = snapshot.state.schedule.program(program.id)?.finish;
  const far = (from: Day, to: Day): Moved => programMoved(program, from, to, told);
  const moved = movedMilestones(program, told);
  const milestones = moved
    .slice(0, MOST_MILESTONES)
    .map(({ item, trend, moved }) => [
      visible(item.id),
      daysText(trend.first, trend.last),
      movedText(moved, style),
      timesWords(trend.times),
      visible(item.title),
    ]);
  const more = moved.length - milestones.length;
  const [looked, all] = [history.finishes.length, history.commits.length];
  const commits = looked === all ? counted(all, 'commit') : `${amount(looked)} of ${amount(all)} commits`;
  const from = since ? `, since ${visible(since.name)}` : '';
  return [
    `${style.bold(visible(program.item?.title ?? program.id))}\n`,
    style.dim(`${visible(program.id)} · forecast at ${commits} that changed the plan${from}\n`),
    `\n${visible(verdict(points, now, far))}\n`,
    section('Finish', finishRows(points, now, far, style), style),
    section('Moved most', milestones, style),
    more > 0 ? style.dim(`  and ${count(more, 'more milestone')}\n`) : '',
  ].join('');
}

/** A sentence to read aloud. */
function verdict(points: readonly FinishPoint[], now: Day | undefined, far: (from: Day, to: Day) => Moved): string {
  const [first] = points;
  if (now === undefined) return 'Nothing of it is forecast.';
  if (!first) return `Forecast to finish on ${formatDay(now)}.`;
  const on = `on ${formatDay(first.commit.committed as Day)}`;
  const { workingDays, days } = far(first.finish, now);
  if (days === 0) return `Forecast to finish on ${formatDay(now)}, as ${on}.`;
  const then = `${on} it was ${formatDay(first.finish)}`;
  const working = workingDays === 0 ? '' : `${counted(Math.abs(workingDays), 'working day')} `;
  return `Forecast to finish on ${formatDay(now)}; ${then}: ${working}${days > 0 ? 'later' : 'earlier'} (${days > 0 ? '+' : '−'}${counted(Math.abs(days), 'day')}).`;
}

/** The first finish, and then each that is another one. */
function finishRows(
  points: readonly FinishPoint[],
  now: Day | undefined,
  far: (from: Day, to: Day) => Moved,
  style: Style,
): string[][] {
  const rows: string[][] = [];
  let before: Day | undefined;
  for (const { commit, finish } of points) {
    if (finish !== before) {
      const moved = before === undefined ? '' : movedText(far(before, finish), style);
      const when = formatDay(commit.committed as Day);
      rows.push([
        when,
        daysText(before, finish),
        moved,
        visible(commit.author),
        style.dim(hashText(commit)),
        visible(commit.subject),
      ]);
    }
    before = finish;
  }
  if (now !== undefined && before !== undefined && now !== before) {
    rows.push(['now', daysText(before, now), movedText(far(before, now), style), '', '', '']);
  }
  return rows;
}

function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  if (rows.length === 0) return '';
  return `\n${style.bold(title)}\n${columns(rows)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}
