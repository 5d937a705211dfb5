import type { Item } from '../core/plan/item.ts';
import { destinationOf, mentionsOf } from '../core/plan/mentions.ts';
import { namedFiles } from '../core/plan/named-files.ts';
import type { Range } from '../core/text/range.ts';
import type { DocumentNow } from './request.ts';

/** A stretch of a document that leads to an item. */
export interface DocumentLink {
  readonly range: Range;
  readonly target: Item;
}

/** A stretch of a document that leads to a file, which need not be one of the plan. */
export interface FileLink {
  readonly range: Range;
  /** From the root of the plan. */
  readonly path: string;
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

/** The files that items name and that are there. Addresses are the editor's own affair, items are references. */
export function filesIn({ document, plan }: DocumentNow): readonly FileLink[] {
  return document.items.flatMap((item) =>
    namedFiles(item).flatMap((named) => {
      const { path } = destinationOf(named.path, document.path);
      return path !== undefined && plan.hasFile(path) ? [{ range: named.range, path }] : [];
    }),
  );
}
