import { element } from '../dom.ts';
import type { Scene, SceneStop } from './scene.ts';

/** How long the mouse rests before a card comes up. */
const REST_MS = 250;
const GAP = 8;

/**
 * What is known of the node, or of the title of a frame, under the mouse or with the focus. It is for the eyes: the same is
 * said of the node itself.
 */
export class Card {
  readonly element = element('div', { class: 'card', attributes: { 'aria-hidden': 'true' } });
  #resting: number | undefined;

  constructor(scene: Scene) {
    this.element.hidden = true;
    scene.element.addEventListener('pointerover', ({ target, buttons }) => {
      window.clearTimeout(this.#resting);
      const found = buttons === 0 ? scene.stopAt(target) : undefined;
      if (found) this.#resting = window.setTimeout(() => this.show(found), REST_MS);
      else this.hide();
    });
    scene.element.addEventListener('pointerleave', () => this.hide());
    scene.element.addEventListener('focusin', ({ target }) => {
      const found = scene.stopAt(target);
      // Not on a click, which leads elsewhere.
      if (found?.element.matches(':focus-visible')) this.show(found);
    });
    scene.element.addEventListener('focusout', () => this.hide());
  }

  show({ card, element: about }: SceneStop): void {
    if (!about.isConnected) return;
    const [title = '', ...lines] = card;
    this.element.replaceChildren(element('strong', { text: title }), ...lines.map((text) => element('div', { text })));
    this.element.hidden = false;
    this.#place(about.getBoundingClientRect());
  }

  hide(): void {
    window.clearTimeout(this.#resting);
    this.element.hidden = true;
  }

  /** Below the node, or above it where there is no room. */
  #place(about: DOMRect): void {
    const { width, height } = this.element.getBoundingClientRect();
    const below = about.bottom + GAP;
    const top = below + height < window.innerHeight ? below : about.top - height - GAP;
    const left = Math.min(Math.max(GAP, about.left), window.innerWidth - width - GAP);
    this.element.style.left = `${Math.max(GAP, left)}px`;
    this.element.style.top = `${Math.max(GAP, top)}px`;
  }
}
