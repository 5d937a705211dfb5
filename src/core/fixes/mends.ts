import type { ParsedDocument } from '../parse/document.ts';
import type { Problem, ProblemCode } from '../parse/problem.ts';
import type { Plan } from '../plan/plan.ts';
import { visible } from '../text/visible.ts';
import { applyEdits } from './edit/apply.ts';
import type { TextEdit } from './fix.ts';
import { readAgain } from './read-again.ts';

/** What must not come to be by a fix: text that cannot be read, or not as it was meant. */
export const BROKEN: ReadonlySet<ProblemCode> = new Set(['invalid-front-matter', 'merge-conflict', 'yaml-surprise']);

/** Whether after edits something that is wrong with a document is right, and nothing else is wrong. */
export function mends(document: ParsedDocument, edits: readonly TextEdit[], plan: Plan, wrong: string): boolean {
  const after = edited(document, edits, plan);
  if (!after || (after.broken && !document.broken)) return false;
  const before = brokenParts(document).map(({ message }) => visible(message));
  const left = brokenParts(after).map(({ message }) => visible(message));
  const count = (some: readonly string[], message: string): number => some.filter((one) => one === message).length;
  return (
    count(left, wrong) < count(before, wrong) && left.every((message) => count(left, message) <= count(before, message))
  );
}

/** Whether after edits no more of a document is broken than before, and it is part of the plan still. */
export function keepsWhole(
  document: ParsedDocument,
  edits: readonly TextEdit[],
  plan: Plan,
  ignored?: ProblemCode,
): boolean {
  const after = edited(document, edits, plan);
  if (!after || (after.broken && !document.broken)) return false;
  if (isUnfenced(document)) return !isUnfenced(after);
  const count = (one: ParsedDocument): number => brokenParts(one).filter(({ code }) => code !== ignored).length;
  return count(after) <= count(document);
}

/** Whether nobody has looked at what a document says, since it is no front matter: then anything may be wrong with it. */
export const isUnfenced = ({ problems }: ParsedDocument): boolean =>
  problems.some(({ code }) => code === 'unfenced-front-matter');

const edited = ({ path, text }: ParsedDocument, edits: readonly TextEdit[], plan: Plan): ParsedDocument | undefined =>
  readAgain(path, applyEdits(text, edits), plan);

const brokenParts = ({ problems }: ParsedDocument): readonly Problem[] =>
  problems.filter(({ code }) => BROKEN.has(code));
