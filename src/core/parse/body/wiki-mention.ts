import type { BlockText } from './block-text.ts';
import { BACKSLASH, BACKTICK, HASH, isLineEnd, LESS_THAN, PIPE, skipSpaces, trimSpacesEnd } from './chars.ts';
import type { WikiMention } from './facts.ts';

/**
 * The mention that `[[…]]` is, where `[from, to)` stands between the brackets; undefined where it names nothing, or
 * nothing that could be a name. The target ends before `#heading`, `|label` or, as it must be written in a table,
 * `\|label`.
 */
export function wikiMention(content: BlockText, from: number, to: number): WikiMention | undefined {
  const { text } = content;
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === HASH || code === PIPE) break;
    if (code === BACKSLASH && text.charCodeAt(at + 1) === PIPE) break;
    if (code === BACKSLASH || code === BACKTICK || code === LESS_THAN || isLineEnd(code)) return undefined;
  }
  const start = skipSpaces(text, from, at);
  const end = trimSpacesEnd(text, start, at);
  if (start === end) return undefined;
  return { kind: 'wiki', target: text.slice(start, end), range: content.range(start, end) };
}
