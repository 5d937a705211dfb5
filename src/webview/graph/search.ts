import { element } from '../dom.ts';
import type { Scene, SceneNode } from './scene.ts';

/** A box that marks what it finds in the picture, and goes from one to the next with Enter. */
export class Search {
  readonly element = element('span', { class: 'search' });
  readonly #scene: Scene;
  readonly #count = element('span', { class: 'count', attributes: { role: 'status' } });
  readonly #input = element('input', {
    attributes: { type: 'search', placeholder: 'Find (/)', 'aria-label': 'Find in the graph', spellcheck: 'false' },
    on: {
      input: () => this.#find(),
      keydown: (event) => this.#press(event),
    },
  });
  #found: readonly SceneNode[] = [];
  #at = 0;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.element.append(this.#input, this.#count);
  }

  begin(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** The picture has changed. */
  update(): void {
    if (this.#input.value !== '') this.#match();
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      this.#show(this.#at + (event.shiftKey ? -1 : 1));
    } else if (event.key === 'Escape') {
      const current = this.#found[this.#at];
      this.#input.value = '';
      this.#match();
      if (current?.element.isConnected) this.#scene.select(current);
      else this.#scene.element.focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  #find(): void {
    this.#match();
    this.#show(0);
  }

  #match(): void {
    const words = this.#input.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    const { nodes } = this.#scene;
    this.#found = words.length === 0 ? [] : nodes.filter((node) => words.every((word) => textOf(node).includes(word)));
    for (const node of nodes) node.element.classList.toggle('found', this.#found.includes(node));
    this.#at = Math.min(this.#at, Math.max(0, this.#found.length - 1));
    this.#tell();
  }

  /** Brings one of what was found into the middle; the focus stays in the box. */
  #show(at: number): void {
    const { length } = this.#found;
    this.#at = length === 0 ? 0 : (at + length) % length;
    const current = this.#found[this.#at];
    for (const { element: each } of this.#scene.nodes) each.classList.toggle('current', each === current?.element);
    if (current) this.#scene.camera.centre(current.element);
    this.#tell();
  }

  #tell(): void {
    const { length } = this.#found;
    const isAsked = this.#input.value.trim() !== '';
    this.#count.textContent = !isAsked ? '' : length === 0 ? 'not here' : `${this.#at + 1} of ${length}`;
  }
}

/** How many lines of a card say what an item is: its title, its key, its status, its owner. The others name what is around it. */
const OWN_LINES = 4;

/** What a node is found by. */
const textOf = ({ node }: SceneNode): string =>
  [node.key, ...node.lines, ...node.card.slice(0, OWN_LINES)].join(' ').toLowerCase();
