import type { ItemChange, LifecycleChange, ProgramChange } from '../../core/diff/plan-diff.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import { itemOf, lifecycleDetails, lifecycleTitle } from '../../core/views/diff/lifecycle-words.ts';
import { hasChanged, verdict } from '../../core/views/diff/verdict.ts';
import { causesText, changesOf, days, healthText, nameOf, newPathOf, slipText } from '../../core/views/diff/words.ts';
import { spanOf } from '../findings/position.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import type { DiffFormat } from './diff-format.ts';
import { nameOfSide } from './side-name.ts';

/** For people: the verdict first, then what was done, what that moves, and what is new. */
export const diffText: DiffFormat = (diff, { base, head, place }, style) => {
  const [from, to] = [base, head].map(nameOfSide);
  const own = diff.items.filter(({ kind }) => kind !== 'affected');
  const moved = diff.items.filter(({ kind }) => kind === 'affected');
  const finding = (each: Finding): string[] => findingRow(each, place.fromHere(each.source.path), style);
  const parts = [
    `${style.bold(visible(verdict(diff)))}\n${style.dim(`from ${from} to ${to}, as of ${formatDay(head.snapshot.today)}`)}\n`,
    section(
      'Programs',
      diff.programs.filter(hasChanged).map((program) => programRow(program, style)),
      style,
    ),
    section(
      'Opened, decided, closed',
      diff.lifecycle.map((change) => lifecycleRow(change, diff.today)),
      style,
    ),
    section(
      'Changed',
      own.map((change) => changeRow(change, style)),
      style,
    ),
    section(
      'Moved by that',
      moved.map((change) => movedRow(change, style)),
      style,
    ),
    section('New findings', diff.findings.new.map(finding), style),
    section('Resolved findings', diff.findings.resolved.map(finding), style),
  ];
  return parts.filter((part) => part !== '').join('\n');
};

function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  if (rows.length === 0) return '';
  const lines = columns(rows).map((line) => `  ${line}\n`);
  return `${style.bold(title)}\n${lines.join('')}`;
}

function programRow(program: ProgramChange, style: Style): string[] {
  const path = newPathOf(program);
  return [
    visible(program.id),
    `finish ${days(program.finish)}`,
    slip(program.workingDaysMoved, style),
    healthText(program),
    path === '' ? '' : `critical path: ${visible(path)}`,
  ];
}

function lifecycleRow(change: LifecycleChange, today: Day): string[] {
  const { key, title } = itemOf(change);
  return [lifecycleTitle(change), visible(key), visible(title), visible(lifecycleDetails(change, today))];
}

function changeRow(change: ItemChange, style: Style): string[] {
  const { kind, forecast, workingDaysMoved } = change;
  const isMoved = forecast.base !== forecast.head;
  return [
    kind,
    visible(nameOf(change)),
    visible(changesOf(change).join('; ')),
    isMoved ? days(forecast) : '',
    slip(workingDaysMoved, style),
    because(change),
  ];
}

const movedRow = (change: ItemChange, style: Style): string[] => [
  visible(nameOf(change)),
  days(change.forecast),
  slip(change.workingDaysMoved, style),
  because(change),
];

const because = ({ causes }: ItemChange): string =>
  causes.length === 0 ? '' : `because of ${visible(causesText(causes))}`;

function findingRow(finding: Finding, path: string, style: Style): string[] {
  const { severity, message, code } = finding;
  const { line, column } = spanOf(finding).start;
  const colour = { error: style.red, warning: style.yellow, info: style.blue }[severity];
  return [colour(severity), `${visible(path)}:${line}:${column}`, visible(message), style.dim(code)];
}

function slip(moved: number | undefined, style: Style): string {
  return moved !== undefined && moved > 0 ? style.red(slipText(moved)) : style.green(slipText(moved));
}
