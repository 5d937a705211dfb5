import { element, toggle } from '../dom.ts';
import { ENTRIES, type Entry } from './legend-entries.ts';
import { sample } from './legend-samples.ts';

/** What shapes, outlines and lines mean: a small panel over the picture, which a button opens and closes. */
export class Legend {
  readonly element = element('section', {
    class: 'legend',
    // What is longer than its window is scrolled by keys, too.
    attributes: { id: 'legend', 'aria-label': 'Legend', tabindex: '0' },
    on: { keydown: (event) => this.#press(event) },
  });
  readonly button = toggle('Legend', 'What shapes, outlines and lines mean', (open) => {
    this.isOpen = open;
    this.#changed();
  });
  readonly #changed: () => void;

  /** @param changed a person has opened or closed it */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.button.setAttribute('aria-controls', 'legend');
    this.isOpen = false;
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }
  set isOpen(open: boolean) {
    if (open && this.element.childElementCount === 0) this.element.append(...ENTRIES.flatMap(listOf));
    this.element.hidden = !open;
    this.button.setAttribute('aria-pressed', String(open));
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.isOpen = false;
    this.button.focus();
    this.#changed();
  }
}

function listOf({ title, entries }: (typeof ENTRIES)[number]): readonly Node[] {
  return [element('h2', { text: title }), element('ul', {}, ...entries.map(lineOf))];
}

const lineOf = (entry: Entry): Node => element('li', {}, sample(entry), element('span', { text: entry.text }));
