import type { Item } from '../core/plan/item.ts';
import { mentionsOf } from '../core/plan/mentions.ts';
import type { Range } from '../core/text/range.ts';
import type { DocumentNow } from './request.ts';

/** A stretch of a document that leads to an item. */
export interface DocumentLink {
  readonly range: Range;
  readonly target: Item;
}

/**
 * The mentions in double brackets, which lead to their items. Links are the editor's own, and references in front matter
 * would be underlined all over: one goes from these by *Go to Definition*.
 */
export function linksIn({ document, plan }: DocumentNow): readonly DocumentLink[] {
  const wiki = new Set(document.body.mentions.flatMap(({ kind, range }) => (kind === 'wiki' ? [range.start] : [])));
  return mentionsOf(document, plan).found.flatMap(({ range, target }) =>
    target && wiki.has(range.start) ? [{ range, target }] : [],
  );
}
