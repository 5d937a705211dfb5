import type { ProblemCode } from '../parse/problem.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';
import { documentOf, isEditable, isWritable } from './documents.ts';
import type { DocumentEdit, Draft, Fix, FixContext, FixMaker } from './fix.ts';
import { mute } from './make/mute.ts';
import { keepsWhole } from './mends.ts';
import { FIX_MAKERS } from './registry.ts';

/** Rules about text that is broken: their fixes are how it becomes whole again. */
const OF_BROKEN_TEXT: ReadonlySet<string> = new Set([
  'merge-conflict',
  'invalid-front-matter',
  'invalid-configuration',
]);

/** What makes the fixes for a finding, in the order in which they are offered. */
export const makersFor = ({ code, item }: Finding): readonly FixMaker[] => [
  ...(FIX_MAKERS[code] ?? []),
  ...(item ? [mute] : []),
];

/**
 * The fixes for a finding, the likeliest first. While a document is in conflict, or its item could not be read as a
 * whole, only those that end that. What becomes of the documents takes long to find out, so that it is left to
 * `isSound` until one is chosen.
 */
export function proposedFixes(finding: Finding, context: FixContext, makers = makersFor(finding)): readonly Fix[] {
  if (!mayOffer(finding, context.plan)) return [];
  return makers.flatMap((make) => make(finding, context).map((draft) => asFix(draft, finding.code)));
}

function mayOffer(finding: Finding, plan: Plan): boolean {
  const { code, item, source } = finding;
  if (source === plan.configuration.source) return true;
  const document = documentOf(finding, plan);
  if (!document) return false;
  if (code === 'merge-conflict') return true;
  if (!isWritable(document)) return false;
  return OF_BROKEN_TEXT.has(code) || !item || isEditable(item);
}

function asFix({ title, edits, creates, preferred = false, safe = false }: Draft, code: string): Fix {
  return { title, code, edits, ...(creates ? { creates } : {}), preferred, safe };
}

/** Whether after a fix no document is more broken than before. Reads each of them again that it changes. */
export const isSound = ({ code, edits }: Fix, plan: Plan): boolean =>
  code === 'merge-conflict' || keepsAllWhole(edits, code, plan);

/** Whether after edits no more of any document is broken than before. */
function keepsAllWhole(edits: readonly DocumentEdit[], code: string, plan: Plan): boolean {
  // A field that had no meaning is looked at for the first time once it has its name.
  const ignored: ProblemCode | undefined = code === 'unknown-field' ? 'yaml-surprise' : undefined;
  return [...new Set(edits.map(({ path }) => path))].every((path) => {
    const document = plan.documentAt(path);
    const own = edits.filter((edit) => edit.path === path);
    return document === undefined || (isWritable(document) && keepsWhole(document, own, plan, ignored));
  });
}
