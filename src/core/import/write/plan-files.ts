import type { ItemType } from '../../model/item-type.ts';
import { fieldOf } from '../../model/registry.ts';
import { program as programType } from '../../model/types/program.ts';
import { fileNameFor } from '../../scaffold/file-name.ts';
import type { NewFile } from '../../scaffold/first-plan.ts';
import { yamlText, yamlWord } from '../../scaffold/yaml-text.ts';
import type { IncomingCalendar, IncomingPlan, IncomingProgram, Remark } from '../incoming.ts';
import { cleanLine } from './clean-text.ts';
import { type DraftDocument, filesOf, type WrittenItem } from './documents.ts';
import { type FieldLine, fieldLines, inOrder } from './field-lines.ts';
import { inline, proseOf } from './markdown.ts';
import { type NamedPlan, nameItems } from './name-items.ts';
import type { NamedItem } from './named-item.ts';
import { type References, referencesOf } from './network.ts';

/** What an import writes, and what it could not. */
export interface PlanFiles {
  /** The document of the program first. Live blocks in them are empty still. */
  readonly files: readonly NewFile[];
  /** How many items of each type there are, the program aside. */
  readonly counts: ReadonlyMap<ItemType, number>;
  readonly remarks: readonly Remark[];
}

/** Types that stand in the document of their workstream, or of the program; each of the others has a register. */
const AT_HOME: readonly string[] = ['objective', 'milestone', 'gate', 'metric'];

/**
 * Writes a plan as one would by hand: the program in its README, a document for each workstream, and registers for
 * risks, decisions and whatever else there is. Nothing in it is an error; what could not be taken over is told.
 */
export function planFiles(incoming: IncomingPlan): PlanFiles {
  const { programId, items, byKey, remarks } = nameItems(incoming);
  const { references, remarks: onLinks } = referencesOf(items, byKey);
  const onFields: Remark[] = [];
  const writer = new ItemWriter(references, onFields);
  const written = items.map((item) => ({ item, written: writer.write(item) }));
  const streams = written.filter(({ item }) => item.type.name === 'workstream');
  const ofType = (type: ItemType): readonly WrittenItem[] =>
    written.filter(({ item }) => item.type === type).map((one) => one.written);
  const homeOf = (stream: string | undefined): readonly WrittenItem[] =>
    written
      .filter(({ item }) => AT_HOME.includes(item.type.name) && item.workstream === stream)
      .map((one) => one.written);
  const types = [...new Set(items.map(({ type }) => type))];
  const registers = types.filter(({ name }) => name !== 'workstream' && !AT_HOME.includes(name));
  const program = programDocument(incoming.program, programId, byKey, onFields);
  const documents: DraftDocument[] = [
    {
      ...program,
      intro: [
        ...program.intro,
        ...overviewOf(
          programId,
          types,
          streams.map(({ item }) => item),
          registers,
        ),
      ],
      items: homeOf(undefined),
    },
    ...streams.map(({ item, written }) => streamDocument(item, written, homeOf(item.id))),
    ...registers.map((type) => registerDocument(type, programId, ofType(type))),
  ];
  return {
    files: filesOf(documents),
    counts: new Map(types.map((type) => [type, items.filter((item) => item.type === type).length])),
    remarks: [...incoming.remarks, ...remarks, ...onFields, ...onLinks],
  };
}

function programDocument(
  { fields = {}, calendar, links = [], prose = '', title = '' }: IncomingProgram,
  id: string,
  byKey: NamedPlan['byKey'],
  remarks: Remark[],
): Omit<DraftDocument, 'items'> {
  const name = cleanLine(title) || id;
  const { lines, faults } = fieldLines(programType, fields);
  for (const text of faults) remarks.push({ text });
  const goal = links.map(({ relation, key }) => (relation === 'goal' ? byKey.get(key) : undefined)).find(isMilestone);
  const own = [
    ...lines,
    ...(goal ? [{ name: 'goal', written: yamlWord(goal.id) }] : []),
    ...(calendar ? calendarLine(calendar) : []),
  ];
  const text = proseOf(prose);
  return {
    name: 'README',
    head: headOf('program', id, name, own),
    title: name,
    intro: text === '' ? [] : [text],
    next: [TYPE_REGISTER],
  };
}

const isMilestone = (item: NamedItem | undefined): boolean => item?.type.name === 'milestone';

function calendarLine({ workdays = [], holidays = [] }: IncomingCalendar): readonly FieldLine[] {
  const list = (days: readonly string[]): string => `[${days.map(yamlWord).join(', ')}]`;
  const lines = [
    ...(workdays.length === 0 ? [] : [`\n  workdays: ${list(workdays)}`]),
    ...(holidays.length === 0 ? [] : ['\n  holidays:', ...holidays.map((day) => `\n    - ${yamlWord(day)}`)]),
  ];
  return lines.length === 0 ? [] : [{ name: 'calendar', written: lines.join('') }];
}

/** That of an item, which says all that the calendar of its program says. */
function calendarInLine({ workdays = [], holidays = [] }: IncomingCalendar): readonly FieldLine[] {
  const list = (days: readonly string[]): string => `[${days.map(yamlWord).join(', ')}]`;
  return [{ name: 'calendar', written: `{ workdays: ${list(workdays)}, holidays: ${list(holidays)} }` }];
}

function streamDocument(
  { id, title }: NamedItem,
  { lines, prose = '' }: WrittenItem,
  items: readonly WrittenItem[],
): DraftDocument {
  const text = proseOf(prose);
  return {
    name: streamName(id),
    head: headOf('workstream', id, title, lines),
    title,
    intro: text === '' ? [] : [text],
    items,
    next: [TYPE_REGISTER, { name: 'workstream', written: yamlWord(id) }],
  };
}

function registerDocument(type: ItemType, programId: string, items: readonly WrittenItem[]): DraftDocument {
  const title = registerTitle(type);
  const head = [TYPE_REGISTER, { name: 'title', written: title }];
  return {
    name: type.plural,
    head,
    title,
    intro: type.name === 'risk' ? [block('risks show=open', programId)] : [],
    items,
    next: head,
  };
}

/** What a page of the program begins with: how it stands, what has to be decided, and where everything is. */
function overviewOf(
  programId: string,
  types: readonly ItemType[],
  streams: readonly NamedItem[],
  registers: readonly ItemType[],
): readonly string[] {
  const has = (name: string): boolean => types.some((type) => type.name === name);
  const pages = [
    ...streams.map(({ id, title }) => `- [${inline(title)}](${encodeURI(`workstreams/${fileNameFor(id)}`)})`),
    ...registers.map((type) => `- [${registerTitle(type)}](${type.plural}.md)`),
  ];
  return [
    ...(has('milestone')
      ? ['## Where we are', block('status', programId), block('timeline show=open', programId)]
      : []),
    ...(has('decision') ? ['## Decisions to be made', block('decisions show=open', programId)] : []),
    ...(pages.length > 0 ? ['## Where things are', pages.join('\n')] : []),
  ];
}

/**
 * A live block that holds nothing yet. It is about this program, whatever others the folder around it has, or gets: what
 * becomes of these is no news here. An id needs no quotes.
 */
const block = (what: string, programId: string): string =>
  `<!-- milepost ${what} program=${programId} -->\n<!-- /milepost -->`;

const TYPE_REGISTER: FieldLine = { name: 'type', written: 'register' };

const streamName = (id: string): string => `workstreams/${id}`;

const registerTitle = ({ plural }: ItemType): string => `${plural.charAt(0).toUpperCase()}${plural.slice(1)}`;

const headOf = (type: string, id: string, title: string, lines: readonly FieldLine[]): readonly FieldLine[] => [
  { name: 'type', written: type },
  { name: 'id', written: yamlWord(id) },
  { name: 'title', written: yamlText(title) },
  ...inOrder(lines),
];

/** Writes the fields of items. */
class ItemWriter {
  readonly #references: References;
  readonly #remarks: Remark[];

  constructor(references: References, remarks: Remark[]) {
    this.#references = references;
    this.#remarks = remarks;
  }

  write(item: NamedItem): WrittenItem {
    const { type, id, title, prose, workstream, place } = item;
    const { lines, faults } = fieldLines(type, item.fields);
    for (const text of faults) this.#remarks.push({ place, text });
    const references = [...(this.#references.get(item) ?? [])].map(
      ([name, texts]): FieldLine => ({
        name,
        written: isList(type, name) ? referenceList(texts) : referenceWord(texts[0] ?? ''),
      }),
    );
    // The document of a workstream says it for what stands in it.
    const own =
      workstream === undefined || AT_HOME.includes(type.name)
        ? []
        : [{ name: 'workstream', written: yamlWord(workstream) }];
    const calendar = item.calendar && calendarInLine(item.calendar);
    return { type, id, title, prose, lines: inOrder([...lines, ...references, ...own, ...(calendar ?? [])]) };
  }
}

const isList = (type: ItemType, field: string): boolean => fieldOf(type, field)?.kind.of !== undefined;

/** A few on one line; many, a line each. */
function referenceList(texts: readonly string[]): string {
  const words = texts.map(referenceWord);
  return words.length <= 4 ? `[${words.join(', ')}]` : words.map((word) => `\n      - ${word}`).join('');
}

/** An id, maybe with a link type and a lag, which mean nothing to YAML. */
function referenceWord(text: string): string {
  const [id = '', ...rest] = text.split(' ');
  const word = yamlWord(id);
  return rest.length === 0 ? word : word === id ? text : JSON.stringify(text);
}
