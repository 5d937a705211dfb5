import { element } from '../dom.ts';

/** How long the mouse rests before a card is asked for. */
const REST_MS = 250;
const GAP = 16;

/**
 * What is known of the row under the mouse. It is asked for once the mouse rests there: of all rows it would be much. The
 * row that the keyboard is on says the same itself.
 */
export class Card {
  readonly element = element('div', { class: 'card', attributes: { 'aria-hidden': 'true' } });
  readonly #ask: (id: string) => void;
  #resting: number | undefined;
  /** The row that the mouse rests on, and where. */
  #about: { readonly id: string; readonly x: number; readonly y: number } | undefined;

  /** @param root rows in it have the attribute `data-row` */
  constructor(root: HTMLElement, ask: (id: string) => void) {
    this.#ask = ask;
    this.element.hidden = true;
    root.addEventListener('pointermove', (event) => this.#move(event));
    for (const end of ['pointerleave', 'pointerdown', 'scroll', 'keydown', 'wheel']) {
      root.addEventListener(end, () => this.hide(), { passive: true });
    }
  }

  /** What was asked for has come. */
  tell(id: string, lines: readonly string[]): void {
    if (this.#about?.id !== id) return;
    const [title = '', ...more] = lines;
    this.element.replaceChildren(element('strong', { text: title }), ...more.map((text) => element('div', { text })));
    this.element.hidden = false;
    this.#place(this.#about);
  }

  hide(): void {
    window.clearTimeout(this.#resting);
    this.#about = undefined;
    this.element.hidden = true;
  }

  #move({ target, buttons, clientX: x, clientY: y }: PointerEvent): void {
    const row = target instanceof Element ? target.closest('[data-row]') : null;
    const id = row?.getAttribute('data-row') ?? undefined;
    if (id !== undefined && id === this.#about?.id) return;
    this.hide();
    if (id === undefined || buttons !== 0) return;
    this.#resting = window.setTimeout(() => {
      this.#about = { id, x, y };
      this.#ask(id);
    }, REST_MS);
  }

  /** Below the mouse, or above it where there is no room. */
  #place({ x, y }: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.element.getBoundingClientRect();
    const top = y + GAP + height < window.innerHeight ? y + GAP : y - height - GAP;
    this.element.style.left = `${Math.max(0, Math.min(x, window.innerWidth - width - GAP))}px`;
    this.element.style.top = `${Math.max(0, top)}px`;
  }
}
