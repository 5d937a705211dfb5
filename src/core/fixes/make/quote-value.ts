import type { ParsedDocument } from '../../parse/document.ts';
import type { YamlScalar } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { insertion, quoteAround } from '../edit/scalar.ts';
import { type Step, stepsTo, treeOf } from '../edit/tree.ts';
import { fieldSpecAt } from '../field-spec.ts';
import type { Draft, FixMaker } from '../fix.ts';

/**
 * Puts what YAML does not read as it was written into quotes, or makes a comment look like one.
 * @safe unless it can mean two things: a text or a list, a text or a comment
 */
export const quoteValue: FixMaker = (finding, { plan }) => {
  const { range } = finding;
  const document = documentOf(finding, plan);
  const root = document && treeOf(document);
  if (!document || !root) return [];
  const steps = stepsTo(root, range.start);
  const last = steps.at(-1);
  const node = last?.kind === 'entry' ? last.node : last?.pair.value;
  if (!last || node?.kind !== 'scalar' || node.style !== 'plain' || node.range.start !== range.start) return [];
  const quote = (end: number): Draft => ({
    title: 'Put the value in quotes',
    edits: inDocument(document, quoteAround(document.text, range.start, end)),
    preferred: true,
  });
  if (range.end <= node.range.end) {
    // Where a comma follows that cuts the value off, its own finding covers all of it.
    return isCutOff(last) ? [] : [{ ...quote(node.range.end), safe: true }];
  }
  const kind = fieldSpecAt(document, steps, plan)?.spec.kind.name ?? '';
  if (isCutOff(last)) return aroundCommas(document, { start: range.start, end: range.end }, kind, quote(range.end));
  return aroundComment(document, node, kind, quote(range.end));
};

/** Whether a comma in braces ends the value, and what follows it is no field. */
function isCutOff(step: Step): boolean {
  if (step.kind !== 'pair' || !step.map.flow) return false;
  return step.map.pairs[step.map.pairs.indexOf(step.pair) + 1]?.bare === true;
}

/** A value in braces with commas: a text, or a list without its brackets. */
function aroundCommas(document: ParsedDocument, { start, end }: Range, kind: string, quote: Draft): readonly Draft[] {
  if (/["'#\r\n]/.test(document.text.slice(start, end))) return [];
  if (kind === 'text') return [{ ...quote, safe: true }];
  if (kind === 'person') return [quote];
  if (!kind.startsWith('list of ')) return [];
  const edits = inDocument(document, [insertion(start, '['), insertion(end, ']')]);
  return [{ title: 'Put the list in brackets', edits, preferred: true }];
}

/** A ` #` that was meant as text, or as a comment: references hold no such sign, and names rarely. */
function aroundComment(document: ParsedDocument, node: YamlScalar, kind: string, quote: Draft): readonly Draft[] {
  if (/\btext$/.test(kind)) return [quote];
  const sign = document.text.indexOf('#', node.range.end);
  const title = 'Put a space after the #, as in a comment';
  const comment = { title, edits: inDocument(document, [insertion(sign + 1, ' ')]), preferred: true };
  return /\bperson$/.test(kind) ? [comment, { ...quote, preferred: false }] : [comment];
}
