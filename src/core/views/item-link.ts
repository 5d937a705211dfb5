import { headingSlug } from '../parse/body/slug.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';

/** How an item is referred to in `depends_on` and its like: by its id, with its program where a plan has several. */
export function referenceTo(item: Item, plan: Plan): string {
  return plan.programs.length > 1 ? item.key : item.id;
}

/**
 * A Markdown link to an item: to its file, and there to its heading, where it has one.
 * @param from the path of the document that the link is for; without one, it is for a document at the root
 */
export function linkTo(item: Item, from: string): string {
  const path = relativePath(from, item.document.path);
  const anchor = item.parsed.form === 'entry' ? anchorOf(item) : undefined;
  const target = `${encodePath(path)}${anchor === undefined ? '' : `#${anchor}`}`;
  return `[${escapeText(item.title)}](${target})`;
}

/** The anchor of the heading that begins an item's prose, as GitHub gives it: the second of a name has `-1`. */
function anchorOf({ parsed, document }: Item): string | undefined {
  const start = parsed.prose[0]?.start;
  const seen = new Set<string>();
  for (const { text, range } of document.body.headings) {
    const slug = headingSlug(text);
    let anchor = slug;
    for (let n = 1; seen.has(anchor); n++) anchor = `${slug}-${n}`;
    if (range.start === start) return anchor;
    seen.add(anchor);
  }
  return undefined;
}

/** A path as a link in a document at another one writes it. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** A path in which nothing ends the link or is taken for a fragment. */
export const encodePath = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()]/g, (character) => `%${character.charCodeAt(0).toString(16)}`))
    .join('/');

/** A text that shows as it is between brackets. */
const escapeText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>&]/g, '\\$&');
