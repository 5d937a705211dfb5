import { inDocument } from '../edit/in-document.ts';
import { referenceAt, renameReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** How many programs a person is asked to choose from. */
const MOST = 5;

/** Says which program's item is meant, where several have one of that id: those that the field takes, first. */
export const qualifyReference: FixMaker = (finding, { plan }) => {
  const reference = referenceAt(finding, plan);
  if (!reference) return [];
  const { from, field, written } = reference;
  const types = from.type.fields[field]?.refersTo ?? ['any'];
  const named = plan.lookup.everywhere(written.name.id);
  const fitting = named.filter(({ type }) => types.includes('any') || types.includes(type.name));
  return (fitting.length > 0 ? fitting : named).slice(0, MOST).flatMap((item) => {
    const edit = renameReference(reference, item.key);
    return edit ? [{ title: `Change to ${shown(item.key)}`, edits: inDocument(from.document, [edit]) }] : [];
  });
};
