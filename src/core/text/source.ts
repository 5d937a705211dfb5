import type { LineIndex } from './line-index.ts';

/** A text that findings stand in: a document of the plan, or `milepost.yaml`. */
export interface Source {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}
