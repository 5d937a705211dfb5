import type { BlockText } from './block-text.ts';
import { decodeText } from './decode.ts';
import { type Destination, isRelative } from './destination.ts';
import type { LinkMention } from './facts.ts';

/** The mention that a link to `destination` in `content` is; undefined where it leads elsewhere or nowhere. */
export function linkMention(content: BlockText, destination: Destination): LinkMention | undefined {
  const { start, end } = destination;
  if (!isRelative(content.text, start, end)) return undefined;
  const written = content.text.slice(start, end);
  const target = decodeText(written);
  if (target !== written && !isRelative(target, 0, target.length)) return undefined;
  return { kind: 'link', target, range: content.range(start, end) };
}
