import { labelText } from '../core/graph/label-text.ts';
import type { Field } from '../core/parse/document.ts';
import type { Item } from '../core/plan/item.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Range } from '../core/text/range.ts';
import { visible } from '../core/text/visible.ts';
import { dueText, statusText } from '../core/views/item-label.ts';
import type { DocumentNow } from './request.ts';

/** An item of a document, with its fields: a part of its outline. */
export interface ItemSymbol {
  readonly item: Item;
  readonly name: string;
  /** Its status and due date: what its own text says, since editors keep an outline until that changes. */
  readonly detail: string;
  readonly range: Range;
  /** What is selected when somebody goes there. */
  readonly selection: Range;
  readonly fields: readonly FieldSymbol[];
  /** The items that it holds. */
  readonly entries: readonly ItemSymbol[];
}

export interface FieldSymbol {
  readonly name: string;
  /** Its value, cut where it is long; of a mapping or a list of several, how many there are. */
  readonly detail: string;
  readonly range: Range;
  readonly selection: Range;
}

/** The outline of a document: its items with their fields; entries stand in the item whose file holds them. */
export function documentSymbols({ document, plan, today }: DocumentNow): readonly ItemSymbol[] {
  const items = plan.itemsOf(document);
  const symbolOf = (item: Item, entries: readonly ItemSymbol[]): ItemSymbol => ({
    item,
    name: symbolName(item),
    detail: [statusText(item, plan, today), dueText(item, today)].filter((part) => part !== '').join(' · '),
    range: item.parsed.range,
    selection: item.idRange,
    fields: [...item.parsed.fields.values()].map((field) => fieldSymbol(field, document.text)),
    entries,
  });
  const entries = items.filter(({ parsed }) => parsed.form === 'entry').map((item) => symbolOf(item, []));
  const own = items.find(({ parsed }) => parsed.form === 'file');
  return own ? [symbolOf(own, entries)] : entries;
}

function fieldSymbol({ key, value }: Field, text: string): FieldSymbol {
  const end = Math.max(key.range.end, value?.range.end ?? 0);
  const detail =
    value === undefined
      ? ''
      : value.kind === 'list'
        ? value.items.map((item) => (item?.kind === 'scalar' ? item.text : '…')).join(', ')
        : value.kind === 'map'
          ? text.slice(value.range.start, value.range.end)
          : value.text;
  return {
    name: visible(key.text) || '…',
    detail: detail === '' ? '' : labelText(detail),
    range: { start: key.range.start, end },
    selection: key.range,
  };
}

/** An item in a list of all: its id and its title, by both of which people look for it. */
export const symbolName = ({ id, title }: Item): string =>
  title === id ? visible(id) : `${visible(id)} ${labelText(title)}`;

/** How many items are given to a query: nobody reads more, and what is nearest is among them. */
const MOST_FOUND = 500;

/**
 * The items of a plan whose id or title have the letters of each word of a query, in their order: what an editor then
 * sorts by how well they fit. Of very many, those first that have the words as they are, and in their ids.
 */
export function workspaceSymbols(plan: Plan, query: string): readonly Item[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return plan.items.slice(0, MOST_FOUND);
  const found: Item[][] = [[], [], [], []];
  for (const item of plan.items) {
    const rank = rankOf(item, words);
    if (rank !== undefined) found[rank]?.push(item);
  }
  return found.flat().slice(0, MOST_FOUND);
}

/** 0 to 3, the nearest first; undefined where an item does not fit: the worst of its words counts. */
function rankOf(item: Item, words: readonly string[]): number | undefined {
  const text = soughtIn(item);
  let worst = 0;
  for (const word of words) {
    if (!hasLetters(text, word)) return undefined;
    const at = text.indexOf(word);
    worst = Math.max(worst, at === 0 ? 0 : at < 0 ? 3 : at + word.length <= item.id.length ? 1 : 2);
  }
  return worst;
}

/** Whether a text has letters in an order, whatever stands between them. */
function hasLetters(text: string, letters: string): boolean {
  let at = 0;
  for (let next = 0; next < letters.length; next++) {
    at = text.indexOf(letters.charAt(next), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** By what is parsed: an edit makes that of one document anew. */
const sought = new WeakMap<Item['parsed'], string>();

/** What an item is looked for in: its id, then its title. */
function soughtIn({ parsed, id, title }: Item): string {
  let known = sought.get(parsed);
  if (known === undefined) {
    known = `${id} ${title}`.toLowerCase();
    sought.set(parsed, known);
  }
  return known;
}
