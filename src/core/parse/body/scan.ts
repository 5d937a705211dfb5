import { BlockText } from './block-text.ts';
import { readBlocks } from './blocks.ts';
import type { BodyFacts, Mention } from './facts.ts';
import { readMentions } from './inline.ts';

export type { BodyFacts, Heading, LinkMention, LiveBlock, Mention, TaskBox, WikiMention } from './facts.ts';

const BYTE_ORDER_MARK = 0xfeff;

export function scanBody(text: string, start: number): BodyFacts {
  const from = start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  const blocks = readBlocks(text, from);
  const mentions: Mention[] = [];
  for (const source of blocks.sources) {
    if (source instanceof BlockText) readMentions(source, blocks, mentions);
    else mentions.push(source);
  }
  return { headings: blocks.headings, boxes: blocks.boxes, mentions, blocks: blocks.live };
}
