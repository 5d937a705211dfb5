import { letterOf } from '../dom.ts';
import type { Card } from './card.ts';
import type { Scene, SceneStop } from './scene.ts';
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
 * The picture without a mouse. Arrows go from node to node along the lines, or to the nearest node or title of a frame
 * where no line leads that way; with Shift, or while nothing in it has the focus, they move the picture. Enter opens, and
 * folds a frame; F looks at one item only.
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
      if (!isFind && !(letterOf(event) === 'f' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      search.begin();
    });
  }

  #press(event: KeyboardEvent): boolean {
    const { shiftKey, target } = event;
    const key = letterOf(event);
    const { camera } = this.#scene;
    const current = this.#scene.stopAt(target);
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
        if (current) this.#scene.open(current.id);
        else this.#enter();
        return true;
      case 'f':
        return this.#lookAt(this.#scene.nodeAt(target)?.id);
      default:
        return false;
    }
  }

  /** From the picture as a whole to the node that was left last, or the first. */
  #enter(): void {
    const { stops } = this.#scene;
    const first = stops.find(({ element }) => element.getAttribute('tabindex') === '0') ?? stops[0];
    if (first) this.#scene.select(first);
  }

  #lookAt(id: string | undefined): boolean {
    if (id !== undefined) this.#scene.focusOn(id);
    return id !== undefined;
  }

  #move(from: SceneStop, arrow: { readonly x: number; readonly y: number }): void {
    const { edges, stops } = this.#scene;
    const { id } = from;
    const linked = edges
      .filter((edge) => edge.from === id || edge.to === id)
      .map((edge) => this.#scene.node(edge.from === id ? edge.to : edge.from));
    const next = nearest(from, linked, arrow) ?? nearest(from, stops, arrow);
    if (next) this.#scene.select(next);
  }
}

/** The nearest of some that lies in a direction, at most 60° off it. */
function nearest(
  from: SceneStop,
  to: readonly (SceneStop | undefined)[],
  arrow: { readonly x: number; readonly y: number },
): SceneStop | undefined {
  const start = placeOf(from);
  let found: { readonly stop: SceneStop; readonly distance: number } | undefined;
  for (const stop of to) {
    if (!stop || stop === from) continue;
    const end = placeOf(stop);
    const x = Math.max(0, end.left - start.right) + Math.min(0, end.right - start.left);
    const y = end.y - start.y;
    const along = x * arrow.x + y * arrow.y;
    const length = Math.hypot(x, y);
    if (along < length / 2 || length === 0) continue;
    // What lies straight ahead comes before what is as near to the side.
    const distance = 2 * length - along;
    if (!found || distance < found.distance) found = { stop, distance };
  }
  return found?.stop;
}

/** The middle of a node; of a frame its upper side, since its title is to be found from all that is in it. */
function placeOf({ element }: SceneStop): { readonly left: number; readonly right: number; readonly y: number } {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const y = (top + bottom) / 2;
  const frame = element.closest('.cluster')?.getBoundingClientRect();
  return frame
    ? { left: frame.left, right: frame.right, y }
    : { left: (left + right) / 2, right: (left + right) / 2, y };
}
