import type { ParsedDocument } from '../parse/document.ts';
import type { ProblemCode } from '../parse/problem.ts';
import type { Range } from '../text/range.ts';
import { counted } from '../text/words.ts';
import { mayBeLost } from './lost-ids.ts';
import type { Plan } from './plan.ts';
import { isDropped, isLinking, isUncounted } from './uncounted.ts';

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
 * whole, those in which a value or a dependency is wrong, and so counts for nothing, and those in which a field on which
 * dates hang has a name that the plan does not know. Undefined where there are none.
 * @param except as for `halfRead`
 */
export function doubtful(plan: Plan, except?: string): HalfRead | undefined {
  const documents = new Map(halfRead(plan, except)?.documents.map((document) => [document.source, document]));
  const parts = [{ count: documents.size, one: 'cannot be read whole', more: 'cannot be read whole' }];
  const add = (places: Iterable<readonly [ParsedDocument, Range]>, one: string, more: string): void => {
    const before = documents.size;
    for (const [source, range] of places) {
      if (source.path !== except && !documents.has(source)) documents.set(source, { source, range });
    }
    parts.push({ count: documents.size - before, one, more });
  };
  add(placesOfErrors(plan), 'has errors', 'have errors');
  add(placesOfDropped(plan), ...DROPPED);
  const told = parts
    .filter(({ count }) => count > 0)
    .map(({ count, one, more }, i) => `${i === 0 ? counted(count, 'document') : count} ${count === 1 ? one : more}`);
  return told.length === 0 ? undefined : { documents: [...documents.values()], text: told.join(', and ') };
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

/** The documents in which a field is not read on which dates hang; none where the project says that it knows. */
function placesOfDropped(plan: Plan): readonly (readonly [ParsedDocument, Range])[] {
  if (plan.config.rules.get('unknown-field') === 'off') return [];
  return plan.documentsWith('dropped').flatMap((source) => {
    const problem = source.problems.find(isDropped);
    return problem ? [[source, problem.range] as const] : [];
  });
}

const DROPPED = ['has fields that are not read', 'have fields that are not read'] as const;

/** That some of the documents named have fields which are not read, and on which dates hang; undefined where none has. */
export function droppedText(plan: Plan, paths: ReadonlySet<string>): string | undefined {
  const count = placesOfDropped(plan).filter(([{ path }]) => paths.has(path)).length;
  return count === 0 ? undefined : `${counted(count, 'document')} ${DROPPED[count === 1 ? 0 : 1]}`;
}

const BREAKING: ReadonlySet<ProblemCode> = new Set(['invalid-front-matter', 'unfenced-front-matter', 'merge-conflict']);

/** What makes a document broken, where the first of it stands. */
function brokenAt({ problems, frontMatter }: ParsedDocument): Range {
  const found = problems.find(({ code }) => BREAKING.has(code));
  return found?.range ?? { start: frontMatter.range.start, end: frontMatter.range.start };
}
