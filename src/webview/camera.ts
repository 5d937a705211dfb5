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

/** The sides of the window beyond which there may be more of the picture, as names of the stylesheet. */
const SIDES = ['left', 'right', 'top', 'bottom'] as const;

/** Moves a picture in its window: pan, zoom, fit. A shade at an edge of the window says that there is more beyond. */
export class Camera {
  readonly #viewport: Element;
  readonly #layer: Element;
  readonly #moved: () => void;
  #view: View = { x: 0, y: 0, scale: 1 };
  #size = { width: 0, height: 0 };
  /** The size of the window, as it was told: asking for it at each step of a movement would be asking for a layout. */
  #window = { width: 0, height: 0 };

  /** @param layer what is moved within the viewport */
  constructor(viewport: Element, layer: Element, moved: () => void) {
    this.#viewport = viewport;
    this.#layer = layer;
    this.#moved = moved;
    new ResizeObserver(([seen]) => {
      if (seen) this.#window = { width: seen.contentRect.width, height: seen.contentRect.height };
      this.#shade();
    }).observe(viewport);
  }

  get view(): View {
    return this.#view;
  }
  set view(view: View) {
    const scale = Math.min(LARGEST, Math.max(SMALLEST, view.scale));
    this.#view = { x: view.x, y: view.y, scale };
    this.#layer.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${scale})`);
    this.#shade();
    this.#moved();
  }

  /** The size of the picture; nothing where there is none. */
  set size(size: { readonly width: number; readonly height: number }) {
    this.#size = size;
    this.#shade();
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

  /** An element of the picture in the middle, at a scale; where the picture ends, its end stands at the edge. */
  near(element: Element, scale: number): void {
    this.zoom(scale / this.#view.scale);
    this.centre(element);
    const { width, height } = this.#viewport.getBoundingClientRect();
    this.view = {
      x: within(width, this.#view.x, this.#size.width * scale),
      y: within(height, this.#view.y, this.#size.height * scale),
      scale,
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

  #shade(): void {
    const { x, y, scale } = this.#view;
    const beyond = {
      left: x < 0,
      right: x + this.#size.width * scale > this.#window.width,
      top: y < 0,
      bottom: y + this.#size.height * scale > this.#window.height,
    };
    const isThere = this.#size.width > 0;
    for (const side of SIDES) this.#viewport.classList.toggle(`beyond-${side}`, isThere && beyond[side]);
  }

  get #middle(): Point {
    const { width, height } = this.#viewport.getBoundingClientRect();
    return { x: width / 2, y: height / 2 };
  }
}

/** Where a picture of that length begins in a window: as wanted, but for room beyond its ends; in the middle where it fits. */
function within(room: number, wanted: number, length: number): number {
  if (length + 2 * MARGIN <= room) return (room - length) / 2;
  return Math.min(MARGIN, Math.max(room - length - MARGIN, wanted));
}
