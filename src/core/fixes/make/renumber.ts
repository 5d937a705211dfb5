import type { Item } from '../../plan/item.ts';
import { mentionsIn } from '../../plan/mentions.ts';
import type { Plan } from '../../plan/plan.ts';
import { inDocument } from '../edit/in-document.ts';
import { renameReference } from '../edit/reference.ts';
import { setFields } from '../edit/set-fields.ts';
import type { DocumentEdit, FixMaker } from '../fix.ts';
import { nextId } from '../next-id.ts';
import { renameHeadings } from '../rename-headings.ts';
import { count } from '../words.ts';

/**
 * Gives one of several items of an id another one. What refers to it from the same document follows, as the branch that
 * added the one mostly added the other; everything else stays with the first.
 */
export const renumber: FixMaker = ({ item }, { plan }) => {
  if (!item) return [];
  const others = plan.items.filter((other) => other !== item && other.key === item.key);
  const id = nextId(item, plan);
  const own = setFields(item, [['id', id]]);
  if (!own || others.length === 0) return [];
  // Two in one document: what refers to them from there can mean either.
  const isTwin = others.some(({ document }) => document === item.document);
  const following = isTwin ? [] : [...references(item, id, plan), ...mentions(item, id, plan)];
  const headings = renameHeadings(item, id, others, plan);
  const stay = isTwin ? 'references stay with the other' : following.length === 1 ? 'follows' : 'follow';
  const which = isTwin ? stay : `${count(following.length, 'reference')} in this document ${stay}`;
  return [
    {
      title: `Renumber to ${id} (${which})`,
      edits: [...own, ...following, ...headings],
      // What stands elsewhere means the first.
      preferred: others.some(({ index }) => index < item.index),
    },
  ];
};

function references(item: Item, id: string, plan: Plan): readonly DocumentEdit[] {
  const edits = plan.itemsOf(item.document).flatMap((from) =>
    plan.referencesFrom(from).flatMap((reference) => {
      const { target, written } = reference;
      if (target?.key !== item.key || target.type.name !== item.type.name || written.name.id !== item.id) return [];
      return renameReference(reference, prefixed(written.text, id)) ?? [];
    }),
  );
  return inDocument(item.document, edits);
}

function mentions(item: Item, id: string, plan: Plan): readonly DocumentEdit[] {
  const { text } = item.document;
  const edits = mentionsIn(plan).flatMap(({ document, target, range }) => {
    const isWiki = /\[\[\s*$/.test(text.slice(Math.max(0, range.start - 10), range.start));
    if (document !== item.document || target?.key !== item.key || !isWiki) return [];
    return [{ range, text: prefixed(text.slice(range.start, range.end), id) }];
  });
  return inDocument(item.document, edits);
}

/** An id with what stands before the slash of the name that it takes the place of. */
const prefixed = (name: string, id: string): string => name.slice(0, name.lastIndexOf('/') + 1) + id;
