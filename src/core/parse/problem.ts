import type { Range } from '../text/range.ts';

/** The codes of what can be wrong with one document, whatever the rest of the plan says. */
export type ProblemCode =
  | 'invalid-front-matter'
  | 'unfenced-front-matter'
  | 'merge-conflict'
  | 'unknown-type'
  | 'unknown-status'
  | 'invalid-value'
  | 'missing-field'
  | 'yaml-surprise'
  | 'unknown-field';

/** Something wrong that was found while reading a document. The rule of the same code reports it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly range: Range;
  /** What probably was meant, for a quick fix: it replaces the range. */
  readonly suggestion?: string;
  /** What stands in a field in place of an id, and may be the title of an item: only the plan knows. */
  readonly titled?: { readonly field: string; readonly title: string };
  /** Of another severity than the rule's own. */
  readonly severity?: 'warning';
  /** Of a field that is not read: dates hang on what it says, and are computed without it. */
  readonly isDating?: true;
  readonly related?: readonly { readonly message: string; readonly range: Range }[];
}
