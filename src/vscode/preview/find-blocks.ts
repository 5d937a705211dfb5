import type { LiveBlock } from '../../core/parse/body/facts.ts';
import { scanBody } from '../../core/parse/body/scan.ts';
import { splitFrontMatter } from '../../core/parse/front-matter.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import { BLOCK_TOKEN, type BlockMeta } from './block-token.ts';
import type { ReadState, Token } from './markdown-it.ts';

/** By what a block is known: blocks that ask for the same show the same. */
export const blockKey = ({ view, options }: Pick<LiveBlock, 'view' | 'options'>): string => `${view} ${options}`;

/** Puts one token in the place of each live block of a text. */
export function replaceBlocks(state: ReadState): void {
  const { src } = state;
  if (!/<!--\s*milepost/.test(src)) return;
  const { blocks } = scanBody(src, splitFrontMatter(src)?.bodyStart ?? 0);
  const lines = new LineIndex(src);
  for (const block of blocks.toReversed()) {
    if (!block.close) continue;
    const first = lines.positionAt(block.open.start).line;
    const last = lines.positionAt(block.close.start).line;
    replaceBlock(state, block, first, last);
  }
}

function replaceBlock(state: ReadState, block: LiveBlock, first: number, last: number): void {
  const { tokens } = state;
  const from = tokens.findIndex((token) => isOn(first, token));
  const to = tokens.findLastIndex((token) => isOn(last, token));
  const [open, close] = [tokens[from], tokens[to]];
  if (!open || !close || from >= to || open.level !== close.level) return;
  const written = tokens.slice(from + 1, to);
  if (!isWhole(written)) return;
  const placeholder = new state.Token(BLOCK_TOKEN, '', 0);
  placeholder.map = [first, last + 1];
  placeholder.level = open.level;
  placeholder.meta = { key: blockKey(block), written } satisfies BlockMeta;
  // HTML that stands right before or after a comment is one piece with it.
  const before = part(state, open, open.map?.[0] ?? 0, first);
  const after = part(state, close, last + 1, close.map?.[1] ?? 0);
  tokens.splice(from, to - from + 1, ...before, placeholder, ...after);
}

const isOn = (line: number, { type, map }: Token): boolean =>
  type === 'html_block' && map !== null && map[0] <= line && line < map[1];

/** Whether all that is opened in some tokens is closed in them. */
function isWhole(tokens: readonly Token[]): boolean {
  let depth = 0;
  for (const { nesting } of tokens) {
    depth += nesting;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The lines of a piece of HTML from one to another. */
function part(state: ReadState, token: Token, start: number, end: number): Token[] {
  if (start >= end || !token.map) return [];
  const kept = new state.Token('html_block', '', 0);
  kept.level = token.level;
  kept.map = [start, end];
  kept.content = `${token.content
    .split('\n')
    .slice(start - token.map[0], end - token.map[0])
    .join('\n')}\n`;
  return [kept];
}
