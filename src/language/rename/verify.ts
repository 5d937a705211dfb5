import { applyEdits } from '../../core/fixes/edit/apply.ts';
import type { TextEdit } from '../../core/fixes/fix.ts';
import { readAgain } from '../../core/fixes/read-again.ts';
import { shown } from '../../core/fixes/words.ts';
import { headingCandidates } from '../../core/parse/body/item-heading.ts';
import type { ParsedDocument, ParsedItem } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { RenameRefused } from './refused.ts';

/** What a document is to be after a rename. */
export interface Expected {
  /** Its path then. */
  readonly path: string;
  /** The id of an item of it then. */
  readonly idOf: (item: ParsedItem) => string;
}

/** A document as it is read after edits: with the same items, under the ids that they are to have, and nothing broken. */
export function readAfter(
  document: ParsedDocument,
  edits: readonly TextEdit[],
  { path, idOf }: Expected,
  plan: Plan,
): ParsedDocument {
  const refuse = (why: string): never => {
    throw new RenameRefused(`${shown(document.path)} cannot be changed safely: ${why}`);
  };
  const after = readAgain(path, applyEdits(document.text, edits), plan);
  if (!after || after.broken !== document.broken) return refuse('it could not be read any more');
  if (after.problems.length > document.problems.length) return refuse(after.problems.at(-1)?.message ?? '');
  if (after.items.length !== document.items.length) return refuse('items would come or go');
  for (const [index, item] of document.items.entries()) {
    const then = after.items[index] as ParsedItem;
    if (then.id !== idOf(item)) refuse(`${shown(item.id)} would be ${shown(then.id)}`);
    if (then.references.length !== item.references.length) refuse(`${shown(item.id)} would refer to something else`);
  }
  checkHeadings(document, after, refuse);
  return after;
}

/** Each heading opens the prose of the item that it opened before. */
function checkHeadings(before: ParsedDocument, after: ParsedDocument, refuse: (why: string) => never): void {
  if (before.body.headings.length !== after.body.headings.length) refuse('headings would come or go');
  const [then, now] = [entryOfHeading(before), entryOfHeading(after)];
  for (const [index, { text }] of before.body.headings.entries()) {
    if (then[index] !== now[index]) refuse(`the heading "${shown(text)}" would open the prose of another item`);
  }
}

/** By heading, which of the entries it opens the prose of: the first of its id. */
function entryOfHeading({ body, items }: ParsedDocument): readonly (number | undefined)[] {
  const entries = new Map<string, number>();
  for (const [index, { id, form }] of items.entries()) if (form === 'entry' && !entries.has(id)) entries.set(id, index);
  if (entries.size === 0) return body.headings.map(() => undefined);
  return body.headings.map(({ text }) => {
    const id = headingCandidates(text).find((candidate) => entries.has(candidate));
    return id === undefined ? undefined : entries.get(id);
  });
}
