import { drawSvg } from './draw-svg.ts';
import type { Theme } from './theme.ts';
import { whyNotDrawn } from './why-not-drawn.ts';

/** What has become of a source: a picture, or what was wrong with it. */
export type Outcome =
  | { readonly svg: SVGElement; readonly fault?: never }
  | { readonly svg?: never; readonly fault: string };

/** The drawing of a source in a theme. */
export interface Drawing {
  /** None as long as it is being drawn. */
  readonly outcome: Outcome | undefined;
  /** Never rejects. */
  readonly done: Promise<void>;
}

/** How many are kept that are no longer on the page: an edit that is undone need not be drawn again. */
const MOST_KEPT = 20;

/**
 * Each source is drawn once in each theme, whatever came of it: what failed would fail again. Who types leaves many behind:
 * what is no longer needed when its turn comes is not drawn.
 */
export class Drawings {
  readonly #drawings = new Map<string, Drawing>();
  #needed: ReadonlySet<Drawing> = new Set();
  /** Drawings wait for each other: Mermaid draws one at a time. */
  #queue: Promise<void> = Promise.resolve();

  /** The drawing of a source, begun if it was not known. */
  of(source: string, theme: Theme): Drawing {
    const key = `${theme} ${source}`;
    const known = this.#drawings.get(key);
    if (known) return known;
    const drawing = this.#begin(key, source, theme);
    this.#drawings.set(key, drawing);
    return drawing;
  }

  /** Says which are needed from now on. Of the others the oldest are forgotten. */
  need(needed: ReadonlySet<Drawing>): void {
    this.#needed = needed;
    for (const [key, drawing] of this.#drawings) {
      if (this.#drawings.size <= needed.size + MOST_KEPT) return;
      if (!needed.has(drawing)) this.#drawings.delete(key);
    }
  }

  #begin(key: string, source: string, theme: Theme): Drawing {
    const drawing: { outcome: Outcome | undefined; done: Promise<void> } = {
      outcome: undefined,
      done: Promise.resolve(),
    };
    const why = whyNotDrawn(source);
    if (why !== undefined) {
      drawing.outcome = { fault: `This diagram is not drawn: ${why}.` };
      return drawing;
    }
    drawing.done = this.#queue.then(async () => {
      if (!this.#needed.has(drawing)) {
        // Where it is wanted again, it is begun again.
        if (this.#drawings.get(key) === drawing) this.#drawings.delete(key);
        return;
      }
      drawing.outcome = await drawSvg(source, theme).then(
        (svg) => ({ svg }),
        (error: unknown) => ({ fault: `This diagram could not be drawn: ${wordsOf(error)}` }),
      );
    });
    this.#queue = drawing.done;
    return drawing;
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
