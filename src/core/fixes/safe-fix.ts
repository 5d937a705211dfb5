import type { ParsedDocument } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';
import type { Finding } from '../rules/finding.ts';
import type { Fix, FixContext } from './fix.ts';
import { proposedFixes } from './fixes-for.ts';
import { BROKEN, isUnfenced } from './mends.ts';

/**
 * The fix for a finding that may be applied without asking: the only one that is safe, in the document of the finding
 * itself. Undefined where a person has to choose. What becomes of the document is still to be looked at, once for all
 * that are applied together: see `areRightTogether`.
 */
export function safeFixFor(finding: Finding, context: FixContext): Fix | undefined {
  const [fix, ...more] = proposedFixes(finding, { ...context, onlySafe: true }).filter(({ safe }) => safe);
  if (!fix || more.length > 0 || fix.creates) return undefined;
  return fix.edits.every(({ path }) => path === finding.source.path) ? fix : undefined;
}

/**
 * Whether a document is as it should be once safe fixes are applied to it: what they answer is gone, nothing else is
 * wrong, and what was open is open, what was closed is closed.
 */
export function areRightTogether(
  before: ParsedDocument,
  after: ParsedDocument | undefined,
  fixes: readonly Pick<Fix, 'code'>[],
): after is ParsedDocument {
  if (!after || (after.broken && !before.broken)) return false;
  if (isUnfenced(before)) return !isUnfenced(after) && !after.broken;
  const fixed = (code: string): number => fixes.filter((fix) => fix.code === code).length;
  for (const code of [...BROKEN, 'invalid-value', 'unknown-status'] as const) {
    const count = ({ problems }: ParsedDocument): number => problems.filter((one) => isWrong(one, code)).length;
    // A field that had no meaning is looked at for the first time once it has its name.
    const found = code === 'yaml-surprise' ? fixed('unknown-field') : 0;
    const gone = code === 'unknown-status' ? 0 : fixed(code);
    if (count(after) > count(before) - gone + found) return false;
  }
  return isOpenAsBefore(before, after);
}

/** A status that is near to one is read as that one, and has a fix of its own. */
const isWrong = (problem: Problem, code: string): boolean =>
  problem.code === code && (code !== 'unknown-status' || problem.suggestion === undefined);

/** Whether the items of a document are open and closed as they were; where others can be read now, those of before. */
function isOpenAsBefore(before: ParsedDocument, after: ParsedDocument): boolean {
  if (before.items.length === after.items.length) {
    return before.items.every(({ closed }, i) => after.items[i]?.closed === closed);
  }
  const now = new Map(after.items.map(({ type, id, closed }) => [`${type.name} ${id}`, closed]));
  return before.items.every(({ type, id, closed }) => (now.get(`${type.name} ${id}`) ?? closed) === closed);
}
