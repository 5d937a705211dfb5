import type { Cause, ItemChange, PlanDiff, ProgramChange } from '../../core/diff/plan-diff.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { signedDays } from '../../core/views/forecast-label.ts';
import type { OpenedSides } from '../plan/open-sides.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';

/** What a change does to a plan, for people: the verdict first, then what it says, what it moves, and what is new. */
export function diffText(diff: PlanDiff, { base, head }: OpenedSides, style: Style): string {
  const names = [base.commit?.slice(0, 10) ?? 'the working tree', head.commit?.slice(0, 10) ?? 'the working tree'];
  const programs = diff.programs.filter((program) => hasChanged(program));
  const own = diff.items.filter(({ kind }) => kind !== 'affected');
  const moved = diff.items.filter(({ kind }) => kind === 'affected');
  const parts = [
    `${style.bold(verdict(diff))}\n${style.dim(`from ${names[0]} to ${names[1]}, as of ${formatDay(head.snapshot.today)}`)}\n`,
    section(
      'Programs',
      programs.map((program) => programRow(program, style)),
      style,
    ),
    section(
      'Changed',
      own.flatMap((change) => changeRows(change, style)),
      style,
    ),
    section(
      'Moved by that',
      moved.map((change) => movedRow(change, style)),
      style,
    ),
    section(
      'New findings',
      diff.findings.new.map((finding) => findingRow(finding, style)),
      style,
    ),
    section(
      'Resolved findings',
      diff.findings.resolved.map((finding) => findingRow(finding, style)),
      style,
    ),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** What matters most, in one line. */
function verdict({ programs, items, findings }: PlanDiff): string {
  const slipped = programs.filter(({ workingDaysMoved }) => workingDaysMoved !== undefined && workingDaysMoved !== 0);
  const said = slipped.map(({ id, workingDaysMoved }) => {
    const days = workingDaysMoved as number;
    return `${visible(id)} finishes ${counted(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`;
  });
  const rest = [
    counted(items.length, 'item') + (items.length === 1 ? ' is changed or moved' : ' are changed or moved'),
    ...(findings.new.length > 0 ? [counted(findings.new.length, 'new finding')] : []),
    ...(findings.resolved.length > 0 ? [`${findings.resolved.length} resolved`] : []),
  ];
  if (items.length === 0 && said.length === 0 && findings.new.length + findings.resolved.length === 0)
    return 'Nothing of the plan has changed.';
  return `${said.length > 0 ? `${said.join(', ')}; ` : 'No program moves; '}${rest.join(', ')}.`;
}

const hasChanged = ({ finish, health, criticalPath }: ProgramChange): boolean =>
  finish.base !== finish.head ||
  health.base !== health.head ||
  criticalPath.base.map(({ key }) => key).join() !== criticalPath.head.map(({ key }) => key).join();

function programRow({ id, finish, workingDaysMoved, health, criticalPath }: ProgramChange, style: Style): string[] {
  const isOther = criticalPath.base.map(({ key }) => key).join() !== criticalPath.head.map(({ key }) => key).join();
  return [
    visible(id),
    `finish ${arrow(day(finish.base), day(finish.head))}`,
    slip(workingDaysMoved, style),
    health.base === health.head ? (health.head ?? '') : arrow(health.base ?? 'new', health.head ?? 'gone'),
    isOther ? `critical path: ${criticalPath.head.map(({ id: each }) => visible(each)).join(', ')}` : '',
  ];
}

function changeRows(change: ItemChange, style: Style): string[][] {
  const { kind, item, fields, forecast, workingDaysMoved, causes } = change;
  const written = fields.map(({ field, base, head }) => `${field} ${arrow(short(base), short(head))}`);
  const place = kind === 'moved' ? [arrow(item.base?.document.path ?? '', item.head?.document.path ?? '')] : [];
  return [
    [
      kind,
      name(item.base, item.head),
      [...place, ...written].join('; '),
      forecast.base === forecast.head ? '' : arrow(day(forecast.base), day(forecast.head)),
      slip(workingDaysMoved, style),
      because(causes),
    ],
  ];
}

function movedRow({ item, forecast, workingDaysMoved, causes }: ItemChange, style: Style): string[] {
  return [
    name(item.base, item.head),
    arrow(day(forecast.base), day(forecast.head)),
    slip(workingDaysMoved, style),
    because(causes),
  ];
}

const findingRow = ({ severity, source, range, message, code }: Finding, style: Style): string[] => {
  const { line, column } = source.lines.positionAt(range.start);
  const colour = { error: style.red, warning: style.yellow, info: style.blue }[severity];
  return [colour(severity), `${visible(source.path)}:${line + 1}:${column + 1}`, visible(message), style.dim(code)];
};

function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  if (rows.length === 0) return '';
  return `${style.bold(title)}\n${columns(rows)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}

/** A cause, and the way from it: `because of schema-v2, by ledger-backfill`. */
function because(causes: readonly Cause[]): string {
  if (causes.length === 0) return '';
  const [first, ...rest] = causes.map((cause) => {
    if (cause.kind === 'configuration') return 'milepost.yaml';
    if (cause.kind === 'program') return `the program ${visible(cause.program)}`;
    const between = cause.path.slice(1, -1).map(({ id }) => visible(id));
    return `${visible(cause.item.id)}${between.length > 0 ? `, by ${shortened(between)}` : ''}`;
  });
  const more = rest.length > MOST_CAUSES ? [...rest.slice(0, MOST_CAUSES), `${rest.length - MOST_CAUSES} more`] : rest;
  return `because of ${[first, ...more].join('; ')}`;
}

const MOST_CAUSES = 2;
const MOST_BETWEEN = 3;

const shortened = (names: readonly string[]): string =>
  names.length <= MOST_BETWEEN
    ? names.join(', ')
    : `${names.slice(0, MOST_BETWEEN).join(', ')} and ${names.length - MOST_BETWEEN} more`;

const name = (base: Item | undefined, head: Item | undefined): string =>
  base && head && base.id !== head.id ? arrow(visible(base.id), visible(head.id)) : visible((head ?? base)?.key ?? '');

const LONGEST = 40;

function short(text: string | undefined): string {
  if (text === undefined) return '(none)';
  const shown = visible(text.replace(/\s+/g, ' '));
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown;
}

const arrow = (from: string, to: string): string => `${from} → ${to}`;
const day = (value: number | undefined): string => (value === undefined ? '(none)' : formatDay(value));

function slip(days: number | undefined, style: Style): string {
  if (days === undefined || days === 0) return '';
  return days > 0 ? style.red(signedDays(days)) : style.green(signedDays(days));
}
