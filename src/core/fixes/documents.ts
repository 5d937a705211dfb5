import { NO_BODY } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';

/** The document of a plan that a finding stands in; none for a finding of another plan, or in `milepost.yaml`. */
export function documentOf({ source }: Finding, plan: Plan): ParsedDocument | undefined {
  const document = plan.documentAt(source.path);
  return document === source ? document : undefined;
}

/**
 * Whether a document may be written to: not while a merge conflict or one of its markers is in it, nor where its bytes
 * could not be read.
 */
export function isWritable(document: ParsedDocument): boolean {
  return (
    document.conflicts.length === 0 &&
    document.body !== NO_BODY &&
    !document.problems.some(({ code }) => code === 'merge-conflict')
  );
}

/** Whether an item may be written to: it was read as a whole, from a document that may be. */
export const isEditable = (item: Item): boolean => !item.parsed.broken && isWritable(item.document);
