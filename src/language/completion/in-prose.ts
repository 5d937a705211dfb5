import { splitFrontMatter } from '../../core/parse/front-matter.ts';
import { isBreak } from '../loose/lines.ts';
import { looseYaml } from '../loose/loose-block.ts';
import type { LooseMap } from '../loose/loose-node.ts';
import type { Completions } from './completion.ts';
import { blockAt } from './prose/block-at.ts';
import { blockCompletions, wholeBlocks } from './prose/blocks.ts';
import { mentionAt } from './prose/mention-at.ts';
import { mentionCompletions } from './prose/mentions.ts';
import { wouldBeBlock } from './prose/would-be.ts';
import type { CompletionRequest } from './request.ts';

/** Mentions and live blocks in the prose of a document of the plan. */
export function inProse(request: CompletionRequest): Completions | undefined {
  const { text, offset, path, plan, explicit } = request;
  if (!plan.documentAt(path)) return undefined;
  const bodyStart = splitFrontMatter(text)?.bodyStart ?? 0;
  if (offset < bodyStart) return undefined;
  const block = blockAt(text, offset, bodyStart);
  if (block) return blockCompletions(request, block, rootOf(text));
  const mention = mentionAt(text, offset, bodyStart);
  if (mention) return mentionCompletions(request, mention, rootOf(text));
  const here = { start: offset, end: offset };
  if (!explicit || !isAlone(text, offset) || !wouldBeBlock(text, bodyStart, here)) return undefined;
  return { list: wholeBlocks(text, here), incomplete: false };
}

/** Whether nothing else stands on the line of an offset. */
function isAlone(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return isBreak(before) && (Number.isNaN(after) || isBreak(after));
}

/** The front matter of the document: what is said there of its program and workstream. */
function rootOf(text: string): LooseMap | undefined {
  const content = splitFrontMatter(text)?.content;
  const { root } = content ? looseYaml(text, content.start, content.end, -1) : {};
  return root?.kind === 'map' ? root : undefined;
}
