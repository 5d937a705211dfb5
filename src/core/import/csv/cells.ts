import type { ItemType } from '../../model/item-type.ts';
import { fieldOf, ITEM_TYPES } from '../../model/registry.ts';
import { isClosed } from '../../model/status.ts';
import { namesSeveral, parsePerson } from '../../model/values/person.ts';
import { quoted } from '../../text/visible.ts';
import { withArticle } from '../../text/words.ts';
import type { IncomingFields, IncomingValue } from '../incoming.ts';
import type { Trouble } from '../trouble.ts';
import { type DateOrder, dateText, dayText, orderOf } from '../values/dates.ts';
import { areSeconds, durationText, secondsText } from '../values/durations.ts';
import { isShareOfOne, levelText, percentText, probabilityText } from '../values/levels.ts';
import { statusFor, statusMeaning, statusOfMeaning } from '../values/statuses.ts';
import type { Column } from './columns.ts';
import type { Target } from './headings.ts';
import { isRelation } from './link-cells.ts';
import type { Row, Table } from './read-table.ts';

/** Told of what a cell says and no field can take. */
type OnFault = (text: string) => void;

/** What tools write where nothing is to be said. */
const NOTHING = /^(?:|-|–|—|n\/?a|none|null|nil|tbd|unassigned|nobody|unresolved)$/i;

/** The status of work that has begun, in the types that are work. */
const UNDER_WAY = 'in-progress';

/** Columns that say more than a field: read by who knows what an item is. */
const NOT_FIELDS: ReadonlySet<Target> = new Set([
  ...['ref', 'alias', 'id', 'type', 'title', 'status', 'status-category', 'resolution', 'parent', 'workstream'],
  ...['program', 'program-owner', 'program-title', 'description', 'waits-for'],
]);

/** Reads the cells of a table as values of fields. */
export class CellReader {
  readonly #byTarget: ReadonlyMap<Target, readonly Column[]>;
  readonly #fields: readonly Column[];
  readonly #orders: ReadonlyMap<Column, DateOrder | undefined>;
  readonly #shares: ReadonlyMap<Column, boolean | undefined>;

  /** Columns of estimates in seconds, as Jira has them. */
  readonly #seconds: ReadonlySet<Column>;
  readonly #only: ReadonlySet<string> | undefined;

  private constructor(
    table: Table,
    columns: readonly Column[],
    orders: ReadonlyMap<Column, DateOrder | undefined>,
    only: ReadonlySet<string> | undefined,
  ) {
    this.#only = only;
    const byTarget = new Map<Target, Column[]>();
    for (const column of columns) {
      const { target } = column;
      if (target !== undefined) byTarget.set(target, [...(byTarget.get(target) ?? []), column]);
    }
    this.#byTarget = byTarget;
    this.#orders = orders;
    this.#fields = columns.filter(
      ({ target }) => target !== undefined && !NOT_FIELDS.has(target) && !isRelation(target),
    );
    const estimates = this.#fields.filter(({ target }) => target === 'estimate-seconds');
    this.#seconds = new Set(estimates.filter((column) => areSeconds(cellsOf(table, column))));
    const shares = this.#fields.filter(({ target }) => target === 'progress');
    this.#shares = new Map(shares.map((column) => [column, isShareOfOne(cellsOf(table, column))]));
  }

  /** A reader for a table; or why there can be none: where dates can be read in two ways, somebody has to say how. */
  static of(
    table: Table,
    columns: readonly Column[],
    { dates, only }: { readonly dates?: DateOrder | undefined; readonly only?: ReadonlySet<string> | undefined },
  ): CellReader | Trouble {
    const dated = columns.filter(({ target }) => target !== undefined && isDated(target, only));
    const found = dated.map((column) => ({ column, order: orderOf(cellsOf(table, column)) }));
    // A file has its dates from one tool, which writes them in one way.
    const sure = new Set(found.flatMap(({ order }) => (order.kind === 'sure' ? [order.order] : [])));
    const [common] = sure.size === 1 ? sure : [];
    const orders = new Map<Column, DateOrder | undefined>();
    for (const { column, order } of found) {
      if (order.kind === 'mixed' && dates === undefined) {
        const [dmy, mdy] = order.examples;
        return {
          asks: 'dates',
          trouble: `${quoted(column.heading)} has ${dmy}, with the day first, and ${mdy}, with the month first: one of the two is left out then`,
        };
      }
      if (order.kind === 'unknown' && dates === undefined && common === undefined) {
        return {
          asks: 'dates',
          trouble: `${quoted(column.heading)} has ${order.example}, which can be read in two ways`,
        };
      }
      orders.set(column, dates ?? (order.kind === 'sure' ? order.order : common));
    }
    return new CellReader(table, columns, orders, only);
  }

  /** What the first column of a target that says something says. */
  text(row: Row, target: Target): string {
    return this.texts(row, target)[0] ?? '';
  }

  texts({ cells }: Row, target: Target): readonly string[] {
    const texts = (this.#byTarget.get(target) ?? []).map(({ index }) => cells[index]?.trim() ?? '');
    return texts.filter((text) => text !== '');
  }

  prose(row: Row): string {
    return this.texts(row, 'description').join('\n\n');
  }

  /** What a row says that is a field of a type. */
  fields(row: Row, type: ItemType, onFault: OnFault): IncomingFields {
    const fields: Record<string, IncomingValue> = {};
    for (const column of this.#fields) {
      const cell = row.cells[column.index]?.trim() ?? '';
      if (NOTHING.test(cell)) continue;
      const target = column.target as Target;
      if (target === 'links' || target.startsWith('links.')) {
        addTo(fields, 'links', target === 'links' ? linksText(cell) : { [target.slice('links.'.length)]: cell });
        continue;
      }
      const name = fieldFor(type, target);
      if (!this.#isWanted(name)) continue;
      if (name === undefined) {
        onFault(`${quoted(column.heading)}: ${withArticle(type.name)} has no such field`);
        continue;
      }
      const value = this.#value(cell, column, type, name, onFault);
      if (value !== undefined) addTo(fields, name, value);
    }
    const status = this.#isWanted('status')
      ? this.text(row, 'status') === ''
        ? this.#statusByProgress(row, type, fields)
        : this.#status(row, type, onFault)
      : undefined;
    if (status !== undefined) addTo(fields, 'status', status);
    const severity = type.name === 'issue' ? levelText(this.text(row, 'priority')) : undefined;
    if (severity !== undefined) addTo(fields, 'severity', severity);
    return fields;
  }

  #isWanted(name: string | undefined): boolean {
    return !this.#only || (name !== undefined && this.#only.has(name));
  }

  #value(cell: string, column: Column, type: ItemType, name: string, onFault: OnFault): IncomingValue | undefined {
    const order = this.#orders.get(column);
    const told = (what: string): undefined => {
      onFault(`${quoted(column.heading)}: ${quoted(cell)} is no ${what}`);
      return undefined;
    };
    if (column.target === 'estimate-seconds') {
      return (this.#seconds.has(column) ? secondsText(cell) : durationText(cell)) ?? told('estimate');
    }
    const kind = fieldOf(type, name)?.kind.name ?? '';
    switch (kind) {
      case 'date':
        return dateText(cell, order) ?? told('date');
      case 'day':
        return dayText(cell, order) ?? told('date');
      case 'duration':
      case 'interval':
        return durationText(cell) ?? told('duration');
      case 'level':
        return levelText(cell) ?? told('level from very-low to very-high');
      case 'probability':
        return probabilityText(cell) ?? told('probability');
      case 'progress':
        return percentText(cell, this.#shares.get(column)) ?? told('percentage');
      case 'person':
        return personText(cell, column, onFault);
      case 'flag':
        // What is not said is not so.
        return /^(?:true|yes|y|x|1|✓|✔)$/i.test(cell) ? 'true' : undefined;
      case 'choice':
        return CHOICES.get(cell.toLowerCase()) ?? cell.toLowerCase();
      default:
        return kind.startsWith('list of') ? entriesOf(cell) : cell;
    }
  }

  #status(row: Row, type: ItemType, onFault: OnFault): string | undefined {
    const word = this.text(row, 'status');
    const category = this.text(row, 'status-category');
    const byCategory = statusMeaning(category);
    const status = statusFor(type, word) ?? (byCategory && statusOfMeaning(type, byCategory));
    if (status === undefined) {
      onFault(`status ${quoted(word)} is none that Milepost knows: left out`);
      return undefined;
    }
    const isGivenUp = isClosed(type, status) && statusMeaning(this.text(row, 'resolution')) === 'dropped';
    return isGivenUp ? statusOfMeaning(type, 'dropped') : status;
  }

  /**
   * What a row without a status says by how much is done: what is all done is over, whether or not anybody says since
   * when. Of what is under way an update says nothing, since that may well be at risk, or blocked, and say so.
   */
  #statusByProgress(row: Row, type: ItemType, { [type.closedOn]: closedOn }: IncomingFields): string | undefined {
    if (!type.statuses.open.includes(UNDER_WAY)) return undefined;
    const percent = this.#percent(row);
    if (percent === undefined || percent <= 0) return undefined;
    const category = statusMeaning(this.text(row, 'status-category'));
    if (percent >= 100 && (category === undefined || category === 'done')) {
      const isGivenUp = statusMeaning(this.text(row, 'resolution')) === 'dropped';
      return statusOfMeaning(type, isGivenUp ? 'dropped' : 'done');
    }
    if (category !== undefined) return statusOfMeaning(type, category);
    // A closing date says more than what is left of the work.
    return this.#only || closedOn !== undefined ? undefined : UNDER_WAY;
  }

  #percent({ cells }: Row): number | undefined {
    for (const column of this.#byTarget.get('progress') ?? []) {
      const text = percentText(cells[column.index]?.trim() ?? '', this.#shares.get(column));
      if (text !== undefined) return Number.parseFloat(text);
    }
    return undefined;
  }
}

function* cellsOf({ rows }: Table, { index }: Column): Generator<string> {
  for (const { cells } of rows) {
    const cell = cells[index]?.trim();
    if (cell) yield cell;
  }
}

const isDated = (target: Target, only: ReadonlySet<string> | undefined): boolean =>
  ITEM_TYPES.some((type) => {
    const name = fieldFor(type, target) ?? '';
    return (!only || only.has(name)) && /^(?:date|day)$/.test(fieldOf(type, name)?.kind.name ?? '');
  });

/** Fields that say by when, or when, items are closed; each type has one of its own for it. */
const DUE: readonly Target[] = ['due', 'target', 'promised'];
const CLOSED: readonly Target[] = ['completed', 'done', 'resolved', 'delivered', 'approved'];

/** The field of a type that says what a column does. */
function fieldFor(type: ItemType, target: Target): string | undefined {
  if (target === 'estimate-seconds') return fieldOf(type, 'duration') && 'duration';
  if (target === 'completed') return type.closedOn;
  if (fieldOf(type, target)) return target;
  return DUE.includes(target) ? type.dueField : CLOSED.includes(target) ? type.closedOn : undefined;
}

/** Words for what fields choose between, where teams say it otherwise. */
const CHOICES: ReadonlyMap<string, string> = new Map([
  ...(['on track', 'g', '🟢'] as const).map((word) => [word, 'green'] as const),
  ...(['yellow', 'orange', 'at risk', 'y', 'a', '🟡', '🟠'] as const).map((word) => [word, 'amber'] as const),
  ...(['off track', 'r', '🔴'] as const).map((word) => [word, 'red'] as const),
]);

/** Adds a value to what a field holds by other columns: lists and names grow, of anything else the first stays. */
function addTo(fields: Record<string, IncomingValue>, name: string, value: IncomingValue): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before) && Array.isArray(value)) fields[name] = [...before, ...value];
  else if (isNames(before) && isNames(value)) fields[name] = { ...before, ...value };
}

const isNames = (value: IncomingValue): value is Readonly<Record<string, string>> =>
  typeof value === 'object' && !Array.isArray(value);

const entriesOf = (cell: string): readonly string[] =>
  cell
    .split(/[,;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Links as Milepost exports them: `Design: https://…, Dashboard: https://…`, or addresses alone. */
function linksText(cell: string): IncomingValue {
  const parts = cell.split(/,\s+|\n/).map((part) => /^(?:([^:]+): )?(.+)$/.exec(part.trim()));
  const named = parts.flatMap((part) => (part?.[1] === undefined ? [] : [[part[1], part[2] ?? ''] as const]));
  return named.length === parts.length ? Object.fromEntries(named) : entriesOf(cell);
}

function personText(cell: string, { heading }: Column, onFault: OnFault): string | undefined {
  const several = namesSeveral(cell) || cell.includes(';') || /[>\w],\s*[^,]+@/.test(cell) || FULL_NAMES.test(cell);
  const first = several ? (cell.split(/[,;]/)[0] as string) : cell;
  const { name, email } = parsePerson(first);
  if (several) onFault(`${quoted(heading)}: ${quoted(cell)} are several people: the first is taken`);
  if (name === '') return undefined;
  return email === undefined ? name : `${name} <${email}>`;
}

/** `Bob Ray, Kim Lee`: a name before a comma that is no surname alone. */
const FULL_NAMES = /^[^\s,]+(?: [^\s,]+)+(?:, ?[^\s,]+(?: [^\s,]+)+)+$/;
