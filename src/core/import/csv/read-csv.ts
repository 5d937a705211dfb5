import type { ItemType } from '../../model/item-type.ts';
import { typeNamed } from '../../model/registry.ts';
import { quoted } from '../../text/visible.ts';
import type {
  IncomingFields,
  IncomingItem,
  IncomingPlan,
  IncomingProgram,
  IncomingType,
  IncomingValue,
  Remark,
} from '../incoming.ts';
import type { Trouble } from '../trouble.ts';
import type { DateOrder } from '../values/dates.ts';
import { type KindOfItem, kindNamed } from '../values/types.ts';
import { CellReader } from './cells.ts';
import { type Column, columnsOf, type HeadingMap } from './columns.ts';
import type { Target } from './headings.ts';
import { plainJiraText } from './jira-text.ts';
import { areNumbers, isFromJira, type KeyLink, keyLinkOf, withKeyLink } from './key-link.ts';
import { linksIn } from './link-cells.ts';
import { type Row, readTable, type Table } from './read-table.ts';

/** What the caller of an import says besides the file. */
export interface CsvOptions {
  readonly map: HeadingMap;
  /** Types of the file by name, and what they are here; an empty one leaves rows of it out. */
  readonly types: ReadonlyMap<string, IncomingType | ''>;
  /** What rows are that say no type. */
  readonly as?: IncomingType | undefined;
  /** How dates are written that can be read either way. */
  readonly dates?: DateOrder | undefined;
  /** Where Jira is, so that issues are linked to: `https://example.atlassian.net`. */
  readonly jira?: string | undefined;
  /** What rows are that are known already, by where they stand: statuses and fields are then those of that type. */
  readonly known?: ReadonlyMap<string, IncomingType> | undefined;
  /** The only fields that anybody wants to know of, besides `links`. */
  readonly only?: ReadonlySet<string> | undefined;
}

/** What a table gives: a plan, and what became of each column. */
export interface CsvRead {
  readonly plan: IncomingPlan;
  readonly columns: readonly Column[];
}

/** Reads a table of items: one exported by Jira, by Milepost, or any other with headings. */
export function readCsv(text: string, options: CsvOptions): CsvRead | Trouble {
  const read = readTable(text);
  if ('trouble' in read) return read;
  const { table } = read;
  const found = columnsOf(table, options.map);
  if ('trouble' in found) return found;
  const { columns } = found;
  if (!columns.some(({ target }) => target === 'title')) {
    return { trouble: 'no column is the title: say which with --map "Heading=title"' };
  }
  if (table.rows.length === 0) return { trouble: 'it has headings, and nothing below them' };
  const cells = CellReader.of(table, columns, options);
  if ('trouble' in cells) return cells;
  const isJira = options.jira !== undefined || isFromJira(columns);
  const keyLink = keyLinkOf(table, columns, isJira);
  const plan = new CsvReader({ table, columns, cells, options, isJira, keyLink }).read();
  return { plan, columns: keyLink ? withKeyLink(columns, keyLink) : columns };
}

/** A table, and what is known of it before its rows are read. */
interface KnownTable {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly cells: CellReader;
  readonly options: CsvOptions;
  readonly isJira: boolean;
  readonly keyLink: KeyLink | undefined;
}

/** Reads the rows of a table whose columns are known. */
class CsvReader {
  readonly #table: Table;
  readonly #columns: readonly Column[];
  readonly #cells: CellReader;
  readonly #options: CsvOptions;
  readonly #remarks: Remark[] = [];
  /** Whether there is something larger than a piece of work. */
  readonly #hasMilestones: boolean;
  readonly #isJira: boolean;
  readonly #keyLink: KeyLink | undefined;
  /** The keys of items by all names that the file has for them. */
  readonly #names = new Map<string, string>();
  /** Keys by title; undefined where several have it. */
  readonly #titles = new Map<string, string | undefined>();
  readonly #hasNumbersForIds: boolean;
  /** The program that most of the table is about, as its column names it. */
  readonly #mainProgram: string;

  constructor({ table, columns, cells, options, isJira, keyLink }: KnownTable) {
    this.#table = table;
    this.#columns = columns;
    this.#cells = cells;
    this.#options = options;
    this.#isJira = isJira;
    this.#keyLink = keyLink;
    const kinds = table.rows.map((row) => this.#kindOf(row)?.kind);
    this.#hasMilestones = kinds.includes('milestone');
    const main = table.rows.find((row, at) => kinds[at] === 'program' || this.#text(row, 'program') !== '');
    this.#mainProgram = main ? this.#text(main, 'program') || this.#text(main, 'id') : '';
    const ids = table.rows.map((row) => this.#text(row, 'id')).filter((id) => id !== '');
    this.#hasNumbersForIds = areNumbers(ids);
  }

  read(): IncomingPlan {
    const rows = this.#table.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    for (const row of rows) this.#name(row);
    this.#numberRows(rows);
    const items: IncomingItem[] = [];
    let program: IncomingProgram | undefined;
    for (const row of rows) {
      this.#checkLength(row);
      const kind = this.#typeOf(row);
      if (kind === undefined) continue;
      if (kind === 'program' && !program) program = this.#programOf(row);
      else {
        if (kind === 'program') this.#remark(row, 'it is one more program: it becomes a workstream of the first');
        items.push(this.#itemOf(row, kind === 'program' ? 'workstream' : kind));
      }
    }
    return {
      program: program ?? { title: this.#ofAll('program-title'), fields: this.#programFields() },
      items,
      remarks: this.#remarks,
    };
  }

  #text(row: Row, target: string): string {
    return this.#cells.text(row, target);
  }

  #name(row: Row): void {
    const key = this.#keyOf(row);
    for (const name of [key, ...this.#cells.texts(row, 'alias')])
      if (!this.#names.has(name)) this.#names.set(name, key);
    const title = this.#text(row, 'title');
    this.#titles.set(title, this.#titles.has(title) ? undefined : key);
  }

  /** Where no column names them, tools such as Smartsheet go by the numbers of rows, and count from the one below the headings. */
  #numberRows(rows: readonly Row[]): void {
    const [first] = rows;
    const relations = this.#columns.filter(({ target }) => target === 'depends_on' || target === 'waits-for');
    if (!first || this.#columns.some(({ target }) => target === 'ref' || target === 'id')) return;
    const numbered = relations.find(({ index }) => {
      const cells = rows.flatMap(({ cells: all }) => all[index]?.trim() || []);
      return cells.length > 0 && cells.every((cell) => cell.split(/[,;]/).every((part) => ROW_NUMBER.test(part)));
    });
    if (!numbered) return;
    for (const row of rows) {
      const number = String(row.number - first.number + 1);
      if (!this.#names.has(number)) this.#names.set(number, this.#keyOf(row));
    }
    this.#remarks.push({
      text: `${quoted(numbered.heading)} goes by the numbers of rows: 1 is the first below the headings`,
    });
  }

  /** By which others name it; a row that has no name of its own is called what no cell can say. */
  #keyOf(row: Row): string {
    return this.#text(row, 'ref') || this.#text(row, 'id') || `\n${row.number}`;
  }

  #kindOf(row: Row): { kind: KindOfItem | '' | undefined; word: string } | undefined {
    const word = this.#text(row, 'type');
    if (word === '') return undefined;
    return { word, kind: this.#options.types.get(word.toLowerCase()) ?? kindNamed(word) };
  }

  /** What a row becomes; nothing where it is to be left out. */
  #typeOf(row: Row): IncomingType | 'program' | undefined {
    const known = this.#options.known?.get(placeOf(row));
    if (known !== undefined) return known;
    const found = this.#kindOf(row);
    if (!found) return this.#options.as ?? (this.#isRisk() ? 'risk' : 'milestone');
    const { kind, word } = found;
    if (kind === '') return undefined;
    if (kind === 'work') return this.#hasMilestones ? 'action' : 'milestone';
    if (kind !== undefined) return kind;
    const type = this.#options.as ?? 'milestone';
    this.#remark(row, `type ${quoted(word)} is none that Milepost knows: it becomes a ${type}`);
    return type;
  }

  #isRisk(): boolean {
    return ['probability', 'impact'].every((name) => this.#columns.some(({ target }) => target === name));
  }

  #programOf(row: Row): IncomingProgram {
    const { id, title } = { id: this.#text(row, 'id'), title: this.#text(row, 'title') };
    const links = linksIn(row, this.#columns, this.#named).filter(({ relation }) => relation === 'goal');
    return { id, title, fields: this.#fieldsOf(row, 'program'), prose: this.#proseOf(row), links };
  }

  #itemOf(row: Row, type: IncomingType): IncomingItem {
    const key = this.#keyOf(row);
    const parent = this.#cells.texts(row, 'parent').map((name) => this.#named(name) ?? name)[0];
    return {
      key,
      place: placeOf(row),
      type,
      ids: this.#idsOf(row, type),
      title: this.#text(row, 'title'),
      workstream: this.#workstreamOf(row),
      ...(parent !== undefined && { parent }),
      fields: this.#fieldsOf(row, type),
      links: linksIn(row, this.#columns, this.#named),
      prose: this.#proseOf(row),
    };
  }

  /** Milestones are called what they are about; what is counted keeps the number that it has. */
  #idsOf(row: Row, type: IncomingType): readonly string[] {
    const id = this.#text(row, 'id');
    if (id !== '' && !this.#hasNumbersForIds) return [id];
    const key = this.#text(row, 'ref');
    return key !== '' && !/^\d+$/.test(key) && typeNamed(type)?.prefix !== undefined ? [key] : [];
  }

  /** The key of the item that a cell names, by any of its names. */
  readonly #named = (name: string): string | undefined => this.#names.get(name) ?? this.#titles.get(name);

  #fieldsOf(row: Row, type: IncomingType | 'program'): IncomingFields {
    const fields = this.#cells.fields(row, typeNamed(type) as ItemType, (text) => this.#remark(row, text));
    const key = this.#keyLink && (row.cells[this.#keyLink.column.index]?.trim() ?? '');
    if (!this.#keyLink || !key) return fields;
    const { links } = fields;
    const named = typeof links === 'object' && !isList(links) && links;
    return { ...fields, links: { [this.#keyLink.name]: this.#addressOf(key), ...named } };
  }

  /** A key as something to click on, where it is known what it is a key of. */
  #addressOf(key: string): string {
    const { jira } = this.#options;
    return jira === undefined ? key : `${jira.replace(/\/+$/, '')}/browse/${encodeURIComponent(key)}`;
  }

  #proseOf(row: Row): string {
    const prose = this.#cells.prose(row);
    return this.#isJira ? plainJiraText(prose) : prose;
  }

  /** The workstream of a row; an item has one. */
  #workstreamOf(row: Row): string {
    const [first = '', ...others] = new Set(this.#cells.texts(row, 'workstream'));
    if (others.length > 0)
      this.#remark(row, `it is in ${first}, and not in ${others.join(' and ')} too: an item has one workstream`);
    if (first !== '') return first;
    // Of a table with several programs, those after the first are workstreams.
    const program = this.#text(row, 'program');
    return program === this.#mainProgram ? '' : program;
  }

  #checkLength({ number, length, cells }: Row): void {
    const width = this.#table.headings.length;
    const extra = cells.slice(width).filter((cell) => cell.trim() !== '');
    if (extra.length > 0) {
      this.#remarks.push({
        place: `row ${number}`,
        text: `it has ${length} cells, and the heading ${width}: the last are left out`,
      });
    }
  }

  #remark(row: Row, text: string): void {
    this.#remarks.push({ place: placeOf(row), text });
  }

  #programFields(): IncomingFields {
    const owner = this.#ofAll('program-owner');
    return owner === undefined ? {} : { owner };
  }

  /** What a column says of the whole; nothing where rows say different things. */
  #ofAll(target: Target): string | undefined {
    const texts = new Set(this.#table.rows.map((row) => this.#text(row, target)));
    return texts.size === 1 ? [...texts][0] || undefined : undefined;
  }
}

/** `2`, `2FS`, `2FS +3d`: a number, and a link as project tools write it. */
const ROW_NUMBER = /^\s*\d+\s*(?:(?:FS|SS|FF|SF)\s*)?(?:[+-].*)?$/i;

const isList = (value: IncomingValue): value is readonly string[] => Array.isArray(value);

const placeOf = ({ number }: Row): string => `row ${number}`;
