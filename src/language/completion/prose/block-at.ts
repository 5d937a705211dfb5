import { viewNamed } from '../../../core/blocks/registry.ts';
import type { BlockView } from '../../../core/blocks/view.ts';
import type { Range } from '../../../core/text/range.ts';
import { isBreak, lineEndWithin } from '../../loose/lines.ts';
import { wouldBeBlock } from './would-be.ts';

/** Which part of the comment that opens a live block is being written. */
export type BlockSpot =
  /** Nothing but `<!--` is there: a whole block. */
  | { readonly part: 'whole'; readonly range: Range }
  | { readonly part: 'view'; readonly range: Range; readonly rest: Rest }
  | {
      readonly part: 'option';
      readonly range: Range;
      readonly view: BlockView | undefined;
      readonly used: ReadonlySet<string>;
      readonly hasValue: boolean;
    }
  | {
      readonly part: 'value';
      readonly range: Range;
      readonly view: BlockView | undefined;
      readonly name: string;
      readonly quote: string;
    };

/** Whether the comment is closed on its line; else the stretch of what an editor has closed by itself. */
export type Rest = { readonly closed: true } | { readonly closed: false; readonly range: Range };

const OPENER = /^[ \t]*<!--[ \t]*milepost[ \t]+/;

/** The live block whose first comment an offset is in. */
export function blockAt(text: string, offset: number, bodyStart: number): BlockSpot | undefined {
  let line = offset;
  while (line > bodyStart && !isBreak(text.charCodeAt(line - 1))) line--;
  const before = text.slice(line, offset);
  if (!/^[ \t]*<!--/.test(before) || before.includes('-->')) return undefined;
  const lineEnd = lineEndWithin(text, offset, text.length);
  const comment = { start: line + before.indexOf('<!--'), end: lineEnd };
  if (!wouldBeBlock(text, bodyStart, comment)) return undefined;
  const rest = text.slice(offset, lineEnd);
  if (/^[ \t]*<!--[ \t]*\w*$/.test(before) && /^[ \t]*-{0,2}>?[ \t]*$/.test(rest))
    return { part: 'whole', range: comment };
  const opener = OPENER.exec(before)?.[0];
  return opener === undefined ? undefined : partAt(text, line + opener.length, offset, lineEnd);
}

/** @param start where the name of the view begins */
function partAt(text: string, start: number, offset: number, lineEnd: number): BlockSpot | undefined {
  const before = text.slice(start, offset);
  const rest = text.slice(offset, lineEnd);
  if (/^\S*$/.test(before)) {
    const word = /^[\w-]*?(?=\s|--|>|$)/.exec(rest)?.[0] ?? '';
    const closed = rest.includes('-->');
    const end = offset + word.length;
    const left: Rest = closed ? { closed } : { closed, range: { start: end, end: lineEnd } };
    return { part: 'view', range: { start, end }, rest: left };
  }
  const view = viewNamed(/^\S+/.exec(before)?.[0] ?? '');
  const words = before.slice(/^\S+/.exec(before)?.[0].length ?? 0);
  const used = new Set([...words.matchAll(/(?:^|\s)([^\s=]+)=/g)].map(([, name]) => name as string));
  const value = /(?:^|\s)([^\s=]+)=("[^"]*|'[^']*|[^\s"']*)$/.exec(words);
  if (value) {
    const [, name = '', written = ''] = value;
    const quote = /^["']/.exec(written)?.[0] ?? '';
    const from = offset - written.length + quote.length;
    const tail = quote === '' ? /^[^\s"'>]*?(?=\s|--|>|$)/ : quote === '"' ? /^[^"]*(?=")/ : /^[^']*(?=')/;
    return {
      part: 'value',
      range: { start: from, end: offset + (tail.exec(rest)?.[0].length ?? 0) },
      view,
      name,
      quote,
    };
  }
  const typed = lastWord(words);
  // Behind the second quote of a value there is no place for an option yet.
  if (/["']/.test(typed)) return undefined;
  const more = /^[\w-]*?(?=[\s=>]|--|$)/.exec(rest)?.[0] ?? '';
  const end = offset + more.length;
  return { part: 'option', range: { start: offset - typed.length, end }, view, used, hasValue: text[end] === '=' };
}

/** What a text ends with since its last blank or equals sign. Read backwards: a search would begin at each letter anew. */
function lastWord(words: string): string {
  let start = words.length;
  while (start > 0 && !/[\s=]/.test(words.charAt(start - 1))) start--;
  return words.slice(start);
}
