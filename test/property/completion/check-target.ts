import assert from 'node:assert/strict';
import type { ParsedDocument } from '../../../src/core/parse/document.ts';
import type { Completion } from '../../../src/language/completion/completion.ts';
import type { CompletionRequest } from '../../../src/language/completion/request.ts';
import { accepted } from '../../support/completion.ts';
import { parse, snapshotOfDocuments } from '../fixes/check.ts';

/**
 * Whether a reference that was accepted leads to the item that was shown: in the plan with the new text, unless the text
 * has lost that item, or says another program. Says whether there was anything to look at.
 */
export function checkTarget({ plan, path, text }: CompletionRequest, completion: Completion): boolean {
  const { item, range } = completion;
  if (!item || item.document.path === path) return false;
  const document = parse(path, accepted(text, completion));
  if (!document || document.broken) return false;
  const documents = plan.documents.filter((other) => other.path !== path).concat(document);
  const after = snapshotOfDocuments(documents, new Set(documents.map((each) => each.path))).plan;
  const target = after.items.filter(({ key }) => key === item.key)[0];
  const names = namesWritten(document, range.start, completion);
  if (!target || after.documents.length !== plan.documents.length || names.length === 0) return false;
  const found = after.items.flatMap((from) =>
    from.document === document
      ? after.referencesFrom(from).filter(({ written }) => names.includes(written.range.start))
      : [],
  );
  for (const reference of found) {
    // Of items that share a name in several programs, the nearer one may have come into being with this very text.
    const isAnother = reference.target !== undefined && reference.target.document === document;
    if (!isAnother)
      assert.equal(reference.target?.key, item.key, `${reference.field} leads elsewhere: ${reference.fault?.message}`);
  }
  return found.length > 0;
}

/** Where the references begin that stand in what was accepted. */
function namesWritten(document: ParsedDocument, start: number, { text, label }: Completion): number[] {
  const end = start + text.length;
  return document.items.flatMap(({ references }) =>
    references.flatMap(({ written }) =>
      written.text === label && written.range.start >= start && written.range.end <= end ? [written.range.start] : [],
    ),
  );
}
