import { canonicalFieldName } from '../../model/field-name.ts';
import { ITEM_TYPES } from '../../model/registry.ts';
import { isClosed, readStatus } from '../../model/status.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import type { YamlScalar } from '../../parse/yaml/node.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Finding } from '../../rules/finding.ts';
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
 * @safe unless it is a date or a number, silences findings, or is a status that closes the item
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
      safe: !/\d/.test(suggestion) && !names(found.fields, 'mute') && !isClosing(finding, found.fields, plan),
    },
  ];
};

const names = (fields: readonly string[], name: string): boolean =>
  fields.some((field) => canonicalFieldName(field) === name);

/** Whether a finding stands on a status, and what it suggests ends an item: that is for a person to say. */
function isClosing({ suggestion = '', item }: Finding, fields: readonly string[], { config }: Plan): boolean {
  if (!names(fields, 'status')) return false;
  return (item ? [item.type] : ITEM_TYPES).some((type) => {
    const status = readStatus(type, suggestion, config.statusWords);
    return status !== undefined && isClosed(type, status);
  });
}

/** The key or value of a document that covers exactly a range, and the keys above it. */
export function scalarAt(
  document: ParsedDocument,
  range: Range,
): { readonly scalar: YamlScalar; readonly fields: readonly string[] } | undefined {
  const inRecord = document.convention && recordScalarAt(document, range);
  if (inRecord) return inRecord;
  const root = treeOf(document);
  if (!root) return undefined;
  const steps = stepsTo(root, range.start);
  const fields = steps.flatMap((step) => (step.kind === 'pair' ? [step.pair.key.text] : []));
  const last = steps.at(-1);
  if (last?.kind === 'pair' && isSame(last.pair.key.range, range)) return { scalar: last.pair.key, fields };
  const node = last?.kind === 'entry' ? last.node : last?.pair.value;
  return node?.kind === 'scalar' && isSame(node.range, range) ? { scalar: node, fields } : undefined;
}

/** The same of a decision record, which says its fields in its body as well. */
function recordScalarAt({ items, frontMatter }: ParsedDocument, range: Range): ReturnType<typeof scalarAt> {
  if (range.start < frontMatter.bodyStart) return undefined;
  for (const { fields } of items) {
    for (const { key, value } of fields.values()) {
      if (value?.kind === 'scalar' && isSame(value.range, range)) return { scalar: value, fields: [key.text] };
    }
  }
  return undefined;
}
