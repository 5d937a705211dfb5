import type { Day } from '../../model/values/day.ts';
import { formatDay } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { placeOf, referenceTo } from '../../views/item-link.ts';
import type { ViewRequest } from '../view.ts';

/** Longer texts are cut in a view: the item itself has all of it. */
const MOST_CHARACTERS = 200;

/** What most texts are: words, with nothing in them that anything reads as more than that. */
const PLAIN = /^(?! |.* $|.*(?: {2}|www\.|gh-\d))[\p{L}\p{N} ,.()/+='"?-]{0,200}$/iu;

/** Text of the plan on one line of Markdown, as text. */
export function shownText(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = text.replace(/\s+/g, ' ').trim();
  // No more is looked at than can be shown.
  const characters = [...line.slice(0, 2 * MOST_CHARACTERS + 2)];
  return escapeMarkdown(
    characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…` : line,
  );
}

/** An item by its id, as a link to its place; plain text where that is the top of the document itself. */
export function linkedId(item: Item, { plan, from }: Pick<ViewRequest, 'plan' | 'from'>): string {
  const label = shownText(referenceTo(item, plan));
  const place = placeOf(item, from);
  return place === undefined ? label : `[${label}](${place})`;
}

/** Items by their ids; of many the first few, and how many more. */
export function linkedIds(items: readonly Item[], request: Pick<ViewRequest, 'plan' | 'from'>, most = 6): string {
  const shown = items.slice(0, most).map((item) => linkedId(item, request));
  return [...shown, ...(items.length > most ? [`${items.length - most} more`] : [])].join(', ');
}

/** What a field of an item refers to. */
export const targetsOf = (item: Item, field: string, plan: Plan): readonly Item[] => [
  ...new Set(
    plan
      .referencesFrom(item)
      .flatMap((reference) =>
        reference.field === field && reference.target && !reference.fault ? [reference.target] : [],
      ),
  ),
];

/** The title of an item; nothing where it has none but its id. */
export const titleText = (item: Item): string => (item.title === item.id ? '' : shownText(item.title));

/** Who owns an item; a name notifies nobody. */
export const ownerText = (item: Item): string => (item.owner ? shownText(item.owner.name) : '');

/** A day, or nothing. */
export const dayText = (day: Day | undefined): string => (day === undefined ? '' : formatDay(day));

/**
 * A table of one row for each item, in cells that are Markdown already. Columns are not padded: a change of one cell is a
 * change of one row.
 */
export function* tableOf(
  head: readonly string[],
  items: readonly Item[],
  rowOf: (item: Item) => readonly string[],
): Generator<string> {
  yield cellsLine(head);
  yield cellsLine(head.map(() => '---'));
  for (const item of items) yield cellsLine(rowOf(item));
}

/** A row of a table, of cells that are Markdown already. */
export const cellsLine = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? '' : ` ${cell}`)).join(' |')} |`;

/** What a view says that has nothing to show. */
export const nothing = (what: string): string[] => [`No ${what}.`];
