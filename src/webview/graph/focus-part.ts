import { button, element } from '../dom.ts';
import type { GraphChoice } from '../protocol.ts';

type Focus = NonNullable<GraphChoice['focus']>;

const MOST_LEVELS = 9;

/** The part of the toolbar that says what the focus is on, and how far around it one sees. */
export class FocusPart {
  readonly element = element('span', { class: 'focus', attributes: { role: 'group', 'aria-label': 'Focus' } });
  readonly #choose: (focus: Focus | undefined) => void;
  readonly #title = element('span', { class: 'title' });
  readonly #up = this.#level('up', 'Levels of what it waits for');
  readonly #down = this.#level('down', 'Levels of what waits for it');
  #focus: Focus | undefined;

  constructor(choose: (focus: Focus | undefined) => void) {
    this.#choose = choose;
    this.element.append(
      this.#title,
      element('label', { text: '←' }, this.#up),
      element('label', { text: '→' }, this.#down),
      button('×', 'End the focus', () => this.#choose(undefined)),
    );
  }

  /** Shows a focus in the boxes that are there: one of them may have the keyboard. */
  show(focus: Focus | undefined, title: string): void {
    this.#focus = focus;
    this.element.hidden = !focus;
    if (!focus) return;
    this.#title.textContent = title;
    this.#title.title = title;
    this.#up.value = String(focus.up);
    this.#down.value = String(focus.down);
  }

  #level(name: 'up' | 'down', what: string): HTMLInputElement {
    return element('input', {
      attributes: { type: 'number', min: '0', max: String(MOST_LEVELS), title: what, 'aria-label': what },
      on: {
        change: ({ currentTarget }) => {
          const { value } = currentTarget as HTMLInputElement;
          const wanted = Math.min(MOST_LEVELS, Math.max(0, Math.trunc(Number(value)) || 0));
          if (this.#focus) this.#choose({ ...this.#focus, [name]: wanted });
        },
      },
    });
  }
}
