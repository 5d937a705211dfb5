import type { ParsedDocument } from '../parse/document.ts';
import { anchorsOf } from '../plan/anchors.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { relativePath } from '../text/relative-path.ts';

/** How an item is referred to in `depends_on` and its like: by its id, with its program where a plan has several. */
export function referenceTo(item: Item, plan: Plan): string {
  return plan.programs.length > 1 ? item.key : item.id;
}

/**
 * A Markdown link to an item: to its file, and there to its heading, where it has one.
 * @param from the path of the document that the link is for; without one, it is for a document at the root
 */
export function linkTo(item: Item, from: string): string {
  const path = encodePath(relativePath(from, item.document.path));
  const anchor = anchorOf(item);
  return `[${escapeText(item.title)}](${anchor === undefined ? path : `${path}#${anchor}`})`;
}

/**
 * Where a link in a document leads to find an item: its file, and there its heading, where it has one. Undefined where
 * that would be the top of the document itself.
 */
export function placeOf(item: Item, from: string): string | undefined {
  const anchor = anchorOf(item);
  const isHere = item.document.path === from;
  if (anchor === undefined && isHere) return undefined;
  const path = isHere ? '' : pathTo(item.document, from);
  return anchor === undefined ? path : `${path}#${encodeURIComponent(anchor)}`;
}

const pathsTo = new WeakMap<ParsedDocument, { readonly from: string; readonly path: string }>();

/** The path of a document as a link in another writes it. A table has hundreds of links from one to the same others. */
export function pathTo(document: ParsedDocument, from: string): string {
  const known = pathsTo.get(document);
  if (known?.from === from) return known.path;
  const path = encodePath(relativePath(from, document.path));
  pathsTo.set(document, { from, path });
  return path;
}

/** The anchor of the heading that begins the prose of an entry, as GitHub gives it: the second of a name has `-1`. */
function anchorOf({ parsed, document }: Item): string | undefined {
  const start = parsed.form === 'entry' ? parsed.prose[0]?.start : undefined;
  return start === undefined ? undefined : anchorsOf(document).slugAt.get(start);
}

/** A path in which nothing ends the link or is taken for a fragment. */
export const encodePath = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`))
    .join('/');

/** A text that shows as it is between brackets. */
const escapeText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&]/g, '\\$&');
