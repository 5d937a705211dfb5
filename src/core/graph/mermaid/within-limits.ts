import { USUAL_BUDGET } from '../budget.ts';
import type { PictureOptions, Planned } from '../options.ts';
import type { PictureSummary } from '../picture.ts';
import { pictureSteps } from '../picture-of.ts';
import { mermaidOf } from './mermaid-of.ts';

/** What Mermaid draws without being told otherwise, and GitHub at all: characters and edges. */
export const MERMAID_LIMITS = { characters: 50_000, edges: 500 } as const;

/** A picture for a document, and what of the plan is on it. */
export interface DocumentGraph {
  readonly source: string;
  readonly summary: PictureSummary;
}

/**
 * The picture of a plan for a `mermaid` fence, in a size that GitHub draws: where its texts are long, with less on it.
 * Pauses, as a generator, so that a host can do something else.
 */
export function* mermaidWithin(planned: Planned, options: PictureOptions): Generator<void, DocumentGraph> {
  let budget = options.budget ?? USUAL_BUDGET;
  budget = { nodes: budget.nodes, edges: Math.min(budget.edges, MERMAID_LIMITS.edges) };
  for (;;) {
    const { picture } = yield* pictureSteps(planned, { ...options, budget });
    yield;
    const { source } = mermaidOf(picture, 'markdown');
    // Of a few nodes not even the longest labels are too long.
    if (source.length <= MERMAID_LIMITS.characters || budget.nodes <= 8) return { source, summary: picture.summary };
    budget = { nodes: Math.ceil(budget.nodes / 2), edges: Math.ceil(budget.edges / 2) };
  }
}
