import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes the view or the option of a live block that was probably meant.
 * @safe
 */
export const correctBlock: FixMaker = (finding, { plan }) => {
  const { suggestion, range } = finding;
  const document = documentOf(finding, plan);
  if (!document || suggestion === undefined) return [];
  const edits = inDocument(document, [{ range, text: suggestion }]);
  return [{ title: `Change to ${shown(suggestion)}`, edits, preferred: true, safe: true }];
};
