import { type Budget, USUAL_BUDGET } from '../../../core/graph/budget.ts';
import { counted } from '../../../core/text/words.ts';

/** A picture that could not be drawn is drawn again with so much of its nodes and edges, and never with fewer than that. */
const SMALLER = 0.4;
const FEWEST = 8;

/** How much of a plan is drawn: less, where so much could not be. */
export class DrawingLimits {
  #budget: Budget = USUAL_BUDGET;
  #notice = '';
  #hasGivenUp = false;

  get budget(): Budget {
    return this.#budget;
  }
  /** What went wrong with the drawing before; empty where nothing did. */
  get notice(): string {
    return this.#notice;
  }
  /** Whether not even little could be drawn. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp;
  }

  /** Something else is to be drawn: what could not be drawn before says nothing of it. */
  reset(): void {
    this.#budget = USUAL_BUDGET;
    this.#notice = '';
    this.#hasGivenUp = false;
  }

  /** A drawing of so many nodes has failed: less of it is tried, and nothing at all where there was little. */
  lower(nodes: number, why: string): void {
    const fewer = Math.floor(Math.min(this.#budget.nodes, nodes) * SMALLER);
    this.#hasGivenUp = fewer < FEWEST;
    if (!this.#hasGivenUp) this.#budget = { nodes: fewer, edges: Math.floor(fewer * 1.5) };
    const next = this.#hasGivenUp ? 'Choose something else to be shown.' : 'More of it is folded now.';
    this.#notice = `The drawing of ${counted(nodes, 'node')} ${why}. ${next}`;
  }
}
