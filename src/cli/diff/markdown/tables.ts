import type { ItemChange, LifecycleChange, PlanDiff, ProgramChange } from '../../../core/diff/plan-diff.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Finding } from '../../../core/rules/finding.ts';
import { isFirm } from '../../../core/schedule/network.ts';
import type { Schedule } from '../../../core/schedule/schedule.ts';
import { shownSlip } from '../../../core/state/shown-slip.ts';
import { counted } from '../../../core/text/words.ts';
import { dayLabel } from '../../../core/views/day-label.ts';
import { itemOf, lifecycleDetails, lifecycleTitle } from '../../../core/views/diff/lifecycle-words.ts';
import { hasChanged, isChore } from '../../../core/views/diff/verdict.ts';
import { causesText, changesOf, healthText, newPathOf } from '../../../core/views/diff/words.ts';
import { slipWords } from '../../../core/views/forecast-label.ts';
import { spanOf } from '../../findings/position.ts';
import type { Compared } from '../diff-format.ts';
import { cell, changedCell, code, itemCell, moveCell, unbroken } from './cells.ts';
import type { Table } from './table.ts';

/** What has a row of its own in the register that it belongs to. */
const REGISTERS = new Set(['risk', 'issue', 'decision']);

/** The tables of a comment, in the order in which they are read. */
export function tablesOf(diff: PlanDiff, sides: Compared): readonly Table[] {
  const context = contextOf(diff, sides);
  const registered = diff.lifecycle.filter((change) => REGISTERS.has(itemOf(change).type.name));
  const told = new Set(registered.map(itemOf));
  const own = diff.items.filter(({ kind, item }) => kind !== 'affected' && !told.has((item.head ?? item.base) as Item));
  const moved = diff.items.filter(({ kind }) => kind === 'affected').sort(byForecast);
  const findings = (title: string, all: readonly Finding[], mostOpen: number): Table => ({
    title: counted(all.length, title),
    head: ['', 'Where', 'Finding'],
    rows: all.map((finding) => findingRow(finding, sides)),
    mostOpen,
  });
  return [
    {
      title: '',
      head: ['Program', 'Finish', 'Health', 'Firm dates missed', 'Critical path'],
      rows: diff.programs.filter(hasChanged).map((program) => programRow(program, context)),
      mostOpen: Infinity,
    },
    {
      title: 'Risks, issues and decisions',
      head: ['', '', '', 'Owner'],
      rows: registered.map((change) => lifecycleRow(change, context)),
      mostOpen: 12,
    },
    {
      title: `${counted(own.length, 'item')} changed`,
      head: ['Item', 'Change', 'Forecast', 'Because of'],
      rows: own.map((change) => changeRow(change, context)),
      mostOpen: 12,
    },
    {
      title: `${counted(moved.length, 'item')} ${moved.length === 1 ? 'moves' : 'move'} with it`,
      head: ['Item', 'Forecast', 'Its date', 'Because of'],
      rows: moved.map((change) => movedRow(change, context)),
      mostOpen: 5,
    },
    findings(
      'new finding',
      diff.findings.new.filter((finding) => !isChore(finding)),
      8,
    ),
    findings('resolved finding', diff.findings.resolved, 0),
  ];
}

/** What rows are written with. */
interface Context {
  readonly today: number;
  /** Whether there are several programs, so that ids alone do not say which item is meant. */
  readonly isMany: boolean;
  /** Whether one thing moves everything: then the verdict has said what. */
  readonly isOneCause: boolean;
  readonly schedule: Schedule;
}

function contextOf({ programs, items, today }: PlanDiff, { head }: Compared): Context {
  const causes = new Set(
    items.flatMap((change) => change.causes.map((cause) => (cause.kind === 'item' ? cause.item.key : cause.kind))),
  );
  return { today, isMany: programs.length > 1, isOneCause: causes.size < 2, schedule: head.snapshot.state.schedule };
}

/** What comes first in time is read first. */
const byForecast = (a: ItemChange, b: ItemChange): number => (a.forecast.head ?? 0) - (b.forecast.head ?? 0);

const HEALTH_MARKS: Readonly<Record<string, string>> = { green: '🟢', amber: '🟡', red: '🔴' };

function programRow(program: ProgramChange, { today, isMany }: Context): readonly string[] {
  const { id, finish, workingDaysMoved, health, firmDatesMissed } = program;
  const mark = HEALTH_MARKS[health.head ?? ''] ?? '';
  const missed = firmDatesMissed.head.map((item) => code(isMany ? item.key : item.id));
  return [
    code(id),
    moveCell(finish.base, finish.head, workingDaysMoved, today),
    `${mark} ${healthText(program)}`.trim(),
    listCell(missed),
    cell(newPathOf(program)),
  ];
}

const MOST_LISTED = 3;

const listCell = (cells: readonly string[]): string =>
  [
    ...cells.slice(0, MOST_LISTED),
    ...(cells.length > MOST_LISTED ? [`and ${cells.length - MOST_LISTED} more`] : []),
  ].join(', ');

function lifecycleRow(change: LifecycleChange, { isMany, today }: Context): readonly string[] {
  const item = itemOf(change);
  return [
    cell(lifecycleTitle(change)),
    itemCell(item, isMany),
    cell(lifecycleDetails(change, today)),
    cell(item.owner?.name ?? ''),
  ];
}

function changeRow(change: ItemChange, { today, isMany, isOneCause }: Context): readonly string[] {
  const { kind, forecast, workingDaysMoved, causes } = change;
  const said = kind === 'added' || kind === 'removed' ? [] : changesOf(change, today);
  const word = KIND_WORDS[kind];
  return [
    `${word === '' ? '' : `*${word}* `}${changedCell(change, isMany)}`,
    said.map(cell).join('<br>'),
    forecast.head === undefined && forecast.base !== undefined
      ? unbroken(`was ${dayLabel(forecast.base, today)}`)
      : moveCell(forecast.base, forecast.head, workingDaysMoved, today),
    isOneCause ? '' : cell(causesText(causes)),
  ];
}

/** That an item in a table of what has changed has changed goes without saying. */
const KIND_WORDS = {
  added: 'new',
  removed: 'gone',
  renamed: 'renamed',
  moved: 'moved',
  changed: '',
  affected: '',
} as const;

function movedRow(change: ItemChange, { today, isMany, isOneCause, schedule }: Context): readonly string[] {
  const { item, forecast, workingDaysMoved, causes } = change;
  return [
    changedCell(change, isMany),
    moveCell(forecast.base, forecast.head, workingDaysMoved, today),
    item.head ? dateCell(item.head, schedule, today) : '',
    isOneCause ? '' : cell(causesText(causes)),
  ];
}

/** How an item stands against its date: `12 Mar 2027, firm: 12 working days late`. */
function dateCell(item: Item, schedule: Schedule, today: number): string {
  const slip = shownSlip(item, schedule);
  if (item.due === undefined || slip === undefined) return '';
  return `${dayLabel(item.due, today)}${isFirm(item) ? ', firm' : ''}: ${slipWords(slip)}`;
}

const SEVERITY_MARKS = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

function findingRow(finding: Finding, { place }: Compared): readonly string[] {
  const where = `${place.fromRepository(finding.source.path)}:${spanOf(finding).start.line}`;
  return [SEVERITY_MARKS[finding.severity], code(where), `${cell(finding.message)} (${finding.code})`];
}
