/** A place in the window of a picture, or in the picture itself. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the picture stands in its window, and how large. */
export interface View extends Point {
  readonly scale: number;
}

const SMALLEST = 0.05;
const LARGEST = 4;
/** Beyond its own size a picture is no better to read. */
const LARGEST_FIT = 1.1;
const MARGIN = 24;

/** Moves a picture in its window: pan, zoom, fit. */
export class Camera {
  readonly #viewport: Element;
  readonly #layer: Element;
  readonly #moved: () => void;
  #view: View = { x: 0, y: 0, scale: 1 };
  #size = { width: 1, height: 1 };

  /** @param layer what is moved within the viewport */
  constructor(viewport: Element, layer: Element, moved: () => void) {
    this.#viewport = viewport;
    this.#layer = layer;
    this.#moved = moved;
  }

  get view(): View {
    return this.#view;
  }
  set view(view: View) {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale));
    this.#view = { x: view.x, y: view.y, scale };
    this.#layer.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${scale})`);
    this.#moved();
  }

  /** The size of the picture. */
  set size(size: { readonly width: number; readonly height: number }) {
    this.#size = size;
  }

  pan(x: number, y: number): void {
    this.view = { ...this.#view, x: this.#view.x + x, y: this.#view.y + y };
  }

  /** Around a place in the window that stays where it is; the middle where none is named. */
  zoom(factor: number, around: Point = this.#middle): void {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.#view.scale * factor));
    const by = scale / this.#view.scale;
    this.view = {
      x: around.x - (around.x - this.#view.x) * by,
      y: around.y - (around.y - this.#view.y) * by,
      scale,
    };
  }

  /** All of the picture, as large as it goes. */
  fit(): void {
    const { width, height } = this.#viewport.getBoundingClientRect();
    const scale = Math.min(
      LARGEST_FIT,
      (width - 2 * MARGIN) / this.#size.width,
      (height - 2 * MARGIN) / this.#size.height,
    );
    const bounded = Math.max(SMALLEST, scale);
    this.view = {
      x: (width - this.#size.width * bounded) / 2,
      y: (height - this.#size.height * bounded) / 2,
      scale: bounded,
    };
  }

  /** In its own size, around the middle of what is seen. */
  reset(): void {
    this.zoom(1 / this.#view.scale);
  }

  /** Brings an element of the picture into the middle; with `ifHidden` only where it is not in sight. */
  centre(element: Element, { ifHidden = false } = {}): void {
    const box = element.getBoundingClientRect();
    const frame = this.#viewport.getBoundingClientRect();
    const isInSight =
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    if (ifHidden && isInSight) return;
    this.pan(
      frame.left + frame.width / 2 - (box.left + box.width / 2),
      frame.top + frame.height / 2 - (box.top + box.height / 2),
    );
  }

  get #middle(): Point {
    const { width, height } = this.#viewport.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }
}
