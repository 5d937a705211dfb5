import type { ParsedDocument } from '../parse/document.ts';
import { anchorsOf } from './anchors.ts';
import type { Item } from './item.ts';
import { boxesOf } from './references.ts';

/**
 * Whether a document says the same of its items as the one of before: where nothing but prose is other, no schedule and no
 * view of the plan is. What counts is its front matter, and what of its items stands in the body. A record of a convention
 * says its fields anywhere.
 */
export function documentSaysTheSame(now: ParsedDocument, before: ParsedDocument): boolean {
  // What is broken may be mended from anywhere in the text.
  const isSound = ({ broken, conflicts }: ParsedDocument): boolean => !broken && conflicts.length === 0;
  return isSound(now) && isSound(before) && now.type === before.type && matterOf(now) === matterOf(before);
}

const matterOf = ({ text, frontMatter, convention }: ParsedDocument): string =>
  convention ? text : text.slice(0, frontMatter.bodyStart);

/** The same of an item, as far as the body says it: its title, its checklist, and the heading that links to it lead to. */
export function bodySaysTheSame(now: Item, before: Item): boolean {
  const [boxes, others] = [boxesOf(now), boxesOf(before)];
  return (
    now.title === before.title &&
    boxes.length === others.length &&
    boxes.every(({ checked }, i) => checked === others[i]?.checked) &&
    anchorOf(now) === anchorOf(before)
  );
}

function anchorOf({ parsed, document }: Item): string | undefined {
  const start = parsed.form === 'entry' ? parsed.prose[0]?.start : undefined;
  return start === undefined ? undefined : anchorsOf(document).slugAt.get(start);
}
