import type { ParsedDocument } from '../parse/document.ts';
import type { ProblemCode } from '../parse/problem.ts';
import type { Range } from '../text/range.ts';
import { counted } from '../text/words.ts';
import { mayBeLost } from './lost-ids.ts';
import type { Plan } from './plan.ts';
import { isLinking, isUncounted } from './uncounted.ts';

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

/**
 * What is to be known of every date of a plan, where it is told or sent to somebody: the documents that cannot be read
 * whole, and those in which a value or a dependency is wrong, and so counts for nothing. Undefined where there are none.
 * @param except as for `halfRead`
 */
export function doubtful(plan: Plan, except?: string): HalfRead | undefined {
  const half = halfRead(plan, except);
  const known = new Set(half?.documents.map(({ source }) => source));
  const wrong = [...placesOfErrors(plan)].filter(([source]) => source.path !== except && !known.has(source));
  if (wrong.length === 0) return half;
  const has = wrong.length === 1 ? 'has errors' : 'have errors';
  return {
    documents: [...(half?.documents ?? []), ...wrong.map(([source, range]) => ({ source, range }))],
    text: half ? `${half.text}, and ${wrong.length} ${has}` : `${counted(wrong.length, 'document')} ${has}`,
  };
}

/** The documents in which a value or a dependency is wrong, each with the first place. */
function placesOfErrors(plan: Plan): ReadonlyMap<ParsedDocument, Range> {
  const found = new Map<ParsedDocument, Range>();
  for (const source of plan.documentsWith('uncounted')) {
    const problem = source.problems.find(isUncounted);
    if (problem) found.set(source, problem.range);
  }
  for (const { from, field, written, fault } of plan.faulty) {
    const isMissed = isLinking(field) && fault?.kind === 'unknown' && !mayBeLost(written.name.id, plan);
    if (isMissed && !found.has(from.document)) found.set(from.document, written.range);
  }
  return found;
}

const BREAKING: ReadonlySet<ProblemCode> = new Set(['invalid-front-matter', 'unfenced-front-matter', 'merge-conflict']);

/** What makes a document broken, where the first of it stands. */
function brokenAt({ problems, frontMatter }: ParsedDocument): Range {
  const found = problems.find(({ code }) => BREAKING.has(code));
  return found?.range ?? { start: frontMatter.range.start, end: frontMatter.range.start };
}
