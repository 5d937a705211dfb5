import { element } from '../dom.ts';
import type { PageItem } from './data.ts';

/** What an item is called where nothing else is: its name, and its title where it has one. */
export const namesOf = ({ name, title }: Pick<PageItem, 'name' | 'title'>): string =>
  name === title ? name : `${name}, ${title}`;

/** An item by its id, that opens where it is clicked. */
export function itemButton({ id, name, title }: PageItem, open: (id: string) => void): HTMLButtonElement {
  return element('button', {
    class: 'item',
    text: name,
    attributes: { type: 'button', title, 'aria-label': namesOf({ name, title }), 'data-item': id },
    on: { click: () => open(id) },
  });
}

/** Several of them, in one cell. */
export function itemButtons(items: readonly PageItem[], open: (id: string) => void): HTMLElement {
  return element('span', { class: 'items' }, ...items.map((item) => itemButton(item, open)));
}

/** Marks what shows the item at the cursor, and nothing else. */
export function markIn(content: Element, id: string | undefined): void {
  for (const marked of content.querySelectorAll('.at-cursor')) marked.classList.remove('at-cursor');
  if (id === undefined) return;
  for (const shown of content.querySelectorAll('[data-row]')) {
    shown.classList.toggle('at-cursor', shown.getAttribute('data-row') === id);
  }
}
