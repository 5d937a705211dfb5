import { element } from '../dom.ts';
import { MOST_SAID } from '../protocol.ts';
import type { Scene, SceneNode } from './scene.ts';

/** Who knows of what is not in the picture. */
export interface SearchOptions {
  /** Nothing in the picture has this text: is there anything elsewhere? */
  readonly find: (text: string) => void;
  /** The first that has it is to be seen. */
  readonly reveal: (text: string) => void;
}

/**
 * A box that marks what it finds in the picture, and goes from one to the next with Enter. Where nothing is found, Enter
 * brings what is folded or left out.
 */
export class Search {
  readonly element = element('span', { class: 'search' });
  readonly #scene: Scene;
  readonly #options: SearchOptions;
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
  /** What is known of items that are not in the picture; empty where there are none, or nobody has said. */
  #elsewhere = '';
  /** Whether the next picture is to bring what was looked for. */
  #isAwaited = false;

  constructor(scene: Scene, options: SearchOptions) {
    this.#scene = scene;
    this.#options = options;
    this.element.append(this.#input, this.#count);
  }

  begin(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** The picture has changed. */
  update(): void {
    if (this.#input.value === '') return;
    this.#match();
    if (!this.#isAwaited || this.#found.length === 0) return;
    this.#isAwaited = false;
    this.#show(0);
  }

  /** How many items that have a text are folded, and how many left out. */
  tell(text: string, folded: number, left: number): void {
    if (text !== this.#text) return;
    const isFolded = folded > 0;
    this.#elsewhere = isFolded ? `${folded} folded: Enter opens` : left > 0 ? `${left} left out: Enter shows` : '';
    this.#tell();
  }

  get #text(): string {
    return this.#input.value.trim().slice(0, MOST_SAID);
  }

  #press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this.#elsewhere !== '') {
      this.#isAwaited = true;
      this.#options.reveal(this.#text);
    } else if (event.key === 'Enter') {
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
    this.#isAwaited = false;
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
    this.#elsewhere = '';
    if (this.#text !== '' && this.#found.length === 0) this.#options.find(this.#text);
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
    this.#count.textContent = !isAsked
      ? ''
      : length === 0
        ? this.#elsewhere || 'not here'
        : `${this.#at + 1} of ${length}`;
  }
}

const textOf = ({ node }: SceneNode): string => `${node.soughtBy} ${node.lines.join(' ').toLowerCase()}`;
