import { BlockText } from './block-text.ts';
import { readBlocks } from './blocks.ts';
import type { BodyFacts, Mention } from './facts.ts';
import { readMentions } from './inline.ts';

export type { BodyFacts, Heading, LinkMention, LiveBlock, Mention, TaskBox, WikiMention } from './facts.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * Finds what a plan needs of the Markdown in `text` from offset `start` on, the first after the front matter: headings,
 * task boxes, mentions, live blocks, each in document order. What stands inside live blocks is found as well.
 *
 * It reads Markdown as GitHub does (CommonMark with tables, task lists, footnotes and bare URLs), in two passes: blocks,
 * line by line (`blocks.ts`); then, of the few texts that can hold a link, the inline structure (`inline.ts`). It never
 * throws, and its cost grows in proportion to the text, whatever the text is: nothing recurses on the depth of the
 * input, and whatever is looked for in vain is remembered as missing. Who changes it doubles the hostile inputs of the
 * unit tests and compares times.
 *
 * On every document of the corpora it finds what remark finds, and so it does on random Markdown, except where remark
 * departs from CommonMark or from GitHub, or where what people never write is not worth code:
 *
 * - An empty list item, or a number other than 1, right after indented code, or first in a container that ends a
 *   paragraph, is an item; remark takes it for text.
 * - A lone tag of inline HTML in a lazy continuation line is part of the paragraph; remark lets it end it.
 * - Below a first line of `---` that begins no front matter, lists and quotes are read; remark-frontmatter reads none in
 *   the line after it.
 * - A task box stands on the line of its item's marker; remark also takes one from the line below, and one whose space is
 *   a line end.
 * - A title in parentheses has no `(` in it that is not escaped, and a bare attribute value may have a `/`.
 * - An underlined heading begins at its text, not at the definitions before it, and ends with its underline.
 * - Of the named character references, destinations have the common ones decoded.
 */
export function scanBody(text: string, start: number): BodyFacts {
  const from = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  const blocks = readBlocks(text, from);
  const mentions: Mention[] = [];
  for (const source of blocks.sources) {
    if (source instanceof BlockText) readMentions(source, blocks, mentions);
    else mentions.push(source);
  }
  const { headings, boxes, live, strays } = blocks;
  return { headings, boxes, mentions, blocks: live, strays };
}
