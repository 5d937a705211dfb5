import type { ItemType } from '../../model/item-type.ts';
import { headingCandidates } from '../../parse/body/item-heading.ts';
import { fileNameFor, isTaken } from '../../scaffold/file-name.ts';
import type { NewFile } from '../../scaffold/first-plan.ts';
import { yamlText, yamlWord } from '../../scaffold/yaml-text.ts';
import { type FieldLine, inOrder } from './field-lines.ts';
import { headingOf, headingText, proseOf } from './markdown.ts';

/** An item as it is to be written. */
export interface WrittenItem {
  readonly type: ItemType;
  readonly id: string;
  readonly title: string;
  /** Without id and title, which come first. */
  readonly lines: readonly FieldLine[];
  readonly prose: string | undefined;
}

/** A document that is to be written: its own front matter, its items, and what its page says. */
export interface DraftDocument {
  /** Without its extension: `workstreams/platform`. */
  readonly name: string;
  readonly head: readonly FieldLine[];
  readonly title: string;
  /** Markdown that stands first on the page. */
  readonly intro: readonly string[];
  readonly items: readonly WrittenItem[];
  /** What the front matter of a second document begins with, where one becomes too large. */
  readonly next: readonly FieldLine[];
}

/** Front matter of more is read by nobody; more than twice that much, Milepost refuses. */
const MOST_CHARACTERS = 100_000;

/** The files of some documents. One that is too large goes on in others, which are numbered. */
export function filesOf(documents: readonly DraftDocument[]): readonly NewFile[] {
  const names = documents.map(({ name }) => pathOf(name));
  return documents.flatMap((draft, at) =>
    pagesOf(draft.items).map((items, index) => {
      const page = index === 0 ? draft : { ...draft, head: draft.next, intro: [] };
      return {
        path: index === 0 ? (names[at] as string) : freePath(draft.name, index + 1, names),
        text: textOf(page, items),
      };
    }),
  );
}

function pagesOf(items: readonly WrittenItem[]): readonly (readonly WrittenItem[])[] {
  const pages: WrittenItem[][] = [[]];
  let size = 0;
  for (const item of items) {
    const length = entryOf(item).length;
    if (size + length > MOST_CHARACTERS && size > 0) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)?.push(item);
    size += length;
  }
  return pages;
}

/** The path of a page that comes after the first, which no other has. */
function freePath(name: string, number: number, taken: string[]): string {
  let at = number;
  while (isTaken(pathOf(`${name}-${at}`), taken)) at++;
  const path = pathOf(`${name}-${at}`);
  taken.push(path);
  return path;
}

function pathOf(name: string): string {
  const at = name.lastIndexOf('/') + 1;
  return `${name.slice(0, at)}${fileNameFor(name.slice(at))}`;
}

function textOf({ head, title, intro }: DraftDocument, items: readonly WrittenItem[]): string {
  const collections = new Map<string, WrittenItem[]>();
  for (const item of items) {
    const others = collections.get(item.type.plural);
    if (others) others.push(item);
    else collections.set(item.type.plural, [item]);
  }
  const front = [
    head.map(lineOf).join('\n'),
    ...[...collections].map(([name, entries]) => `${name}:\n${entries.map(entryOf).join('\n')}`),
  ];
  const prose = items.flatMap(({ id, title, prose = '' }) => {
    const text = proseOf(prose);
    return text === '' ? [] : [`## ${headingOf(id, title)}`, text];
  });
  const body = [...pageTitle(title, items), ...intro, ...prose];
  return `---\n${front.join('\n\n')}\n---\n\n${body.join('\n\n')}\n`;
}

/** The title of a page; none where it would open the prose of one of its items, which is called the same. */
function pageTitle(title: string, items: readonly WrittenItem[]): readonly string[] {
  const heading = headingText(title);
  const named = headingCandidates(heading);
  return items.some(({ id }) => named.includes(id)) ? [] : [`# ${heading}`];
}

/** An item as an entry of a collection. */
function entryOf({ id, title, lines }: WrittenItem): string {
  const own = [{ name: 'id', written: yamlWord(id) }, { name: 'title', written: yamlText(title) }, ...inOrder(lines)];
  return own.map((line, at) => `  ${at === 0 ? '- ' : '  '}${lineOf(line)}`).join('\n');
}

/** What stands on lines of its own begins on the next one. */
const lineOf = ({ name, written }: FieldLine): string =>
  written.startsWith('\n') ? `${name}:${written}` : `${name}: ${written}`;
