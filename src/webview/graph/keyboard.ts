import type { Card } from './card.ts';
import type { Scene, SceneNode } from './scene.ts';
import type { Search } from './search.ts';

const STEP = 60;
const ZOOM = 1.25;

/** Directions of the arrow keys, as they are on the screen. */
const ARROWS: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * The picture without a mouse. Arrows go from node to node along the lines, or to the nearest where no line leads that
 * way; with Shift, or while no node has the focus, they move the picture. Enter opens, F looks at one item only.
 */
export class Keyboard {
  readonly #scene: Scene;
  readonly #card: Card;

  constructor(scene: Scene, card: Card, search: Search) {
    this.#scene = scene;
    this.#card = card;
    scene.element.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (this.#press(event)) event.preventDefault();
    });
    document.addEventListener('keydown', (event) => {
      const isFind = event.key === '/' && !(event.target instanceof HTMLInputElement);
      if (!isFind && !(event.key === 'f' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      search.begin();
    });
  }

  #press({ key, shiftKey, target }: KeyboardEvent): boolean {
    const { camera } = this.#scene;
    const current = this.#scene.nodeAt(target);
    const arrow = ARROWS[key];
    if (arrow) {
      if (!current || shiftKey) camera.pan(-arrow.x * STEP, -arrow.y * STEP);
      else this.#move(current, arrow);
      return true;
    }
    switch (key) {
      case '+':
      case '=':
        camera.zoom(ZOOM);
        return true;
      case '-':
        camera.zoom(1 / ZOOM);
        return true;
      case '0':
        camera.fit();
        return true;
      case '1':
        camera.reset();
        return true;
      case 'Escape':
        this.#card.hide();
        this.#scene.element.focus();
        return true;
      case 'Enter':
      case ' ':
        if (current) this.#scene.open(current.node.id);
        else this.#enter();
        return true;
      case 'f':
        if (current) this.#scene.focusOn(current.node.id);
        return current !== undefined;
      default:
        return false;
    }
  }

  /** From the picture as a whole to the node that was left last, or the first. */
  #enter(): void {
    const { nodes } = this.#scene;
    const first = nodes.find(({ element }) => element.getAttribute('tabindex') === '0') ?? nodes[0];
    if (first) this.#scene.select(first);
  }

  #move(from: SceneNode, arrow: { readonly x: number; readonly y: number }): void {
    const { edges, nodes } = this.#scene;
    const { id } = from.node;
    const linked = edges
      .filter((edge) => edge.from === id || edge.to === id)
      .map((edge) => this.#scene.node(edge.from === id ? edge.to : edge.from));
    const next = nearest(from, linked, arrow) ?? nearest(from, nodes, arrow);
    if (next) this.#scene.select(next);
  }
}

/** The nearest of some nodes that lies in a direction, at most 60° off it. */
function nearest(
  from: SceneNode,
  to: readonly (SceneNode | undefined)[],
  arrow: { readonly x: number; readonly y: number },
): SceneNode | undefined {
  const start = from.element.getBoundingClientRect();
  let found: { readonly node: SceneNode; readonly distance: number } | undefined;
  for (const node of to) {
    if (!node || node === from) continue;
    const end = node.element.getBoundingClientRect();
    const x = end.left + end.width / 2 - (start.left + start.width / 2);
    const y = end.top + end.height / 2 - (start.top + start.height / 2);
    const along = x * arrow.x + y * arrow.y;
    const length = Math.hypot(x, y);
    if (along < length / 2 || length === 0) continue;
    // What lies straight ahead comes before what is as near to the side.
    const distance = 2 * length - along;
    if (!found || distance < found.distance) found = { node, distance };
  }
  return found?.node;
}
