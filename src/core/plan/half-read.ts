import type { ParsedDocument } from '../parse/document.ts';
import type { ProblemCode } from '../parse/problem.ts';
import type { Range } from '../text/range.ts';
import { counted } from '../text/words.ts';
import type { Plan } from './plan.ts';

/** Documents of which only a part is known: whatever is said of the plan as a whole may be wrong for what is missing. */
export interface HalfRead {
  /** In order; at least one. */
  readonly documents: readonly HalfReadDocument[];
  /** `2 documents cannot be read whole`: what is said wherever dates of the plan stand. */
  readonly text: string;
}

/** One of them, and the place in it where somebody begins to mend it. */
export interface HalfReadDocument {
  readonly source: ParsedDocument;
  readonly range: Range;
}

/** What that means for who reads a date, as the rest of the sentence. */
export const DATES_IN_DOUBT = 'so these dates may be wrong';

/**
 * The documents of a plan that cannot be read whole; undefined where all can.
 * @param except the path of a document that does not count: that of a report, on which no date hangs
 */
export function halfRead({ documentsWith }: Plan, except?: string): HalfRead | undefined {
  const documents = documentsWith('broken').filter(({ path }) => path !== except);
  if (documents.length === 0) return undefined;
  return {
    documents: documents.map((source) => ({ source, range: brokenAt(source) })),
    text: `${counted(documents.length, 'document')} cannot be read whole`,
  };
}

const BREAKING: ReadonlySet<ProblemCode> = new Set(['invalid-front-matter', 'unfenced-front-matter', 'merge-conflict']);

/** What makes a document broken, where the first of it stands. */
function brokenAt({ problems, frontMatter }: ParsedDocument): Range {
  const found = problems.find(({ code }) => BREAKING.has(code));
  return found?.range ?? { start: frontMatter.range.start, end: frontMatter.range.start };
}
