import { element } from '../dom.ts';
import type { PageItem } from '../lists/data.ts';
import type { PageHealth, PageShortlist } from './data.ts';

/** What the parts of the dashboard are made with: what opens an item. */
export type Open = (id: string) => void;

/** An item by its title, that opens where it is clicked. */
export function itemLink({ id, name, title }: PageItem, open: Open): HTMLElement {
  return element('button', {
    class: 'link',
    text: title,
    attributes: { type: 'button', title: `${name}: go to its source`, 'data-row': id },
    on: { click: () => open(id) },
  });
}

/** An item where there is one, else a title alone. */
export const linkOr = (item: PageItem | undefined, title: string, open: Open): HTMLElement =>
  item ? itemLink(item, open) : element('span', { class: 'link none', text: title });

/** A health by its colour and its word. */
export const health = (value: PageHealth): HTMLElement => element('span', { class: `health ${value}`, text: value });

/** The same where there is room for a dot: its word is for those who do not see it. */
export function dot(value: PageHealth): HTMLElement {
  return element('span', { class: `dot ${value}`, attributes: { role: 'img', 'aria-label': value, title: value } });
}

/** A text in a class of its own; nothing where there is none. */
export const said = (name: string, text: string): readonly HTMLElement[] =>
  text === '' ? [] : [element('span', { class: name, text })];

/** One line of a list: what it is about, what is said at its right end, and what more there is to say. */
export interface Line {
  readonly before?: readonly Node[];
  readonly head: Node;
  readonly end?: readonly Node[];
  readonly details?: readonly (readonly Node[])[];
  readonly class?: string;
}

/** A list with a heading; where there is nothing in it, that is said. */
export function card<T>(
  title: string,
  { shown, more, worse }: PageShortlist<T>,
  instead: string,
  lineOf: (one: T) => Line,
): HTMLElement {
  const id = `card-${title.toLowerCase().replace(/[^a-z]+/g, '-')}`;
  const count = shown.length + more;
  return element(
    'section',
    { class: 'card-box', attributes: { 'aria-labelledby': id } },
    element(
      'h2',
      { attributes: { id } },
      element('span', { text: title }),
      ...(count > 0
        ? [
            element(
              'span',
              { class: 'count', text: String(count) },
              element('span', { class: 'unseen', text: ' in all' }),
            ),
          ]
        : []),
    ),
    ...(shown.length === 0
      ? [element('p', { class: 'none', text: instead })]
      : [element('ul', { class: 'lines' }, ...shown.map((one) => line(lineOf(one))))]),
    ...(more > 0 ? [element('p', { class: 'more', text: moreText(more, worse) })] : []),
  );
}

/** `and 5 more, 2 of them late`. */
export const moreText = (more: number, worse: string | undefined): string =>
  `and ${more} more${worse === undefined ? '' : `, ${worse}`}`;

function line({ before = [], head, end = [], details = [], class: name }: Line): HTMLElement {
  return element(
    'li',
    name === undefined ? {} : { class: name },
    ...(before.length > 0 ? [element('span', { class: 'before' }, ...before)] : []),
    element(
      'div',
      { class: 'body' },
      element(
        'div',
        { class: 'first' },
        head,
        ...(end.length > 0 ? [element('span', { class: 'at-end' }, ...end)] : []),
      ),
      ...details
        .filter((detail) => detail.length > 0)
        .map((detail) => element('div', { class: 'detail' }, ...spaced(detail))),
    ),
  );
}

/** Text between what stands side by side, so that it is apart where it is read aloud or copied as well. */
const spaced = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node, at) => (at === 0 ? [node] : [document.createTextNode(' '), node]));
