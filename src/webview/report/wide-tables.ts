import { element } from '../dom.ts';

/**
 * Gives each table a frame of its own: where the page is too narrow for it, the table is moved in its frame, with the mouse
 * and by keys, and the text around it stays where it is.
 */
export class WideTables {
  readonly #content: HTMLElement;

  constructor(content: HTMLElement) {
    this.#content = content;
    new ResizeObserver(() => this.#letMove()).observe(content);
  }

  /** Frames the tables that have come. */
  frame(): void {
    for (const table of this.#content.querySelectorAll('table')) {
      const frame = element('div', { class: 'wide', attributes: { role: 'group', 'aria-label': 'Table' } });
      table.replaceWith(frame);
      frame.append(table);
    }
    this.#letMove();
  }

  /** A stop of the keyboard is only where there is something to move. */
  #letMove(): void {
    for (const frame of this.#content.querySelectorAll('.wide')) {
      if (frame.scrollWidth > frame.clientWidth) frame.setAttribute('tabindex', '0');
      else frame.removeAttribute('tabindex');
    }
  }
}

/** The same without the frames: elsewhere there is no page to be too narrow. */
export function unframed(whole: HTMLElement): void {
  for (const frame of whole.querySelectorAll('.wide')) frame.replaceWith(...frame.childNodes);
}
