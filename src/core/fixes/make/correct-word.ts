import type { ParsedDocument } from '../../parse/document.ts';
import type { YamlScalar } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { replaceScalar } from '../edit/scalar.ts';
import { stepsTo, treeOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes the word that was probably meant: a type, a status, one of the words that a field takes.
 * @safe unless it is a date or a number, or silences findings
 */
export const correctWord: FixMaker = (finding, { plan }) => {
  const { suggestion, range } = finding;
  const document = documentOf(finding, plan);
  const found = document && scalarAt(document, range);
  if (!document || !found || suggestion === undefined) return [];
  return [
    {
      title: `Change to ${shown(suggestion)}`,
      edits: inDocument(document, [replaceScalar(document.text, found.scalar, suggestion)]),
      preferred: true,
      // A date in another notation is a guess, and what silences findings is not for a machine to make work.
      safe: !/\d/.test(suggestion) && !found.fields.includes('mute'),
    },
  ];
};

/** The key or value of a document that covers exactly a range, and the keys above it. */
export function scalarAt(
  document: ParsedDocument,
  range: Range,
): { readonly scalar: YamlScalar; readonly fields: readonly string[] } | undefined {
  const root = treeOf(document);
  if (!root) return undefined;
  const steps = stepsTo(root, range.start);
  const fields = steps.flatMap((step) => (step.kind === 'pair' ? [step.pair.key.text] : []));
  const last = steps.at(-1);
  if (last?.kind === 'pair' && isSame(last.pair.key.range, range)) return { scalar: last.pair.key, fields };
  const node = last?.kind === 'entry' ? last.node : last?.pair.value;
  return node?.kind === 'scalar' && isSame(node.range, range) ? { scalar: node, fields } : undefined;
}
