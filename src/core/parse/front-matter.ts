import type { Range } from '../text/range.ts';
import { misfencedWithin } from './fence-like.ts';

/** Where the front matter of a document stands. */
export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly range: Range;
  /** The YAML between the two. */
  readonly content: Range;
  /** The first offset of the body. */
  readonly bodyStart: number;
  /** Whether the closing `---` is there. */
  readonly closed: boolean;
  /** The line that was meant as one, where none is: `—`, `----`. */
  readonly misclosed?: Range;
}

/**
 * Finds the front matter of a text: `---` alone on the very first line (a byte order mark and trailing white space
 * aside) to the next line that is `---`. Any line ending. Undefined where the text has none; `---js` is none.
 * Without a closing line the YAML is taken to run to the first blank line.
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!text.startsWith('---', start)) return undefined;
  const opening = fenceEnd(text, start);
  if (opening === undefined || opening.next >= text.length) return undefined;
  for (let at = text.indexOf('---', opening.next); at >= 0; at = text.indexOf('---', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before !== 10 && before !== 13) continue;
    const closing = fenceEnd(text, at);
    if (closing === undefined) continue;
    return {
      range: { start, end: closing.end },
      content: { start: opening.next, end: at },
      bodyStart: closing.next,
      closed: true,
    };
  }
  const blank = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(opening.next));
  const end = blank ? opening.next + blank.index : text.length;
  return { range: { start, end }, content: { start: opening.next, end }, bodyStart: end, closed: false };
}

/** A line of YAML as plans have it: a field, be it in a list or in braces. Prose rarely begins like that. */
const FIELD_LINE = /^[ \t]*(?:-[ \t]+)*(?:[{[][ \t]*)*["']?[a-z][\w-]*["']?[ \t]*:(?=\s|$)/gm;

const BLANK_LINE = /^[ \t]*(?:\r\n|\r|\n)(?=\S)/gm;

/**
 * The front matter that was probably meant where nobody closed it, so that it was taken to run to a `---` far down in
 * the body: the lines before the first paragraph without any field after it. Undefined where there is none.
 */
export function cutAtProse(text: string, { range, content, closed }: FrontMatter): FrontMatter | undefined {
  if (!closed) return undefined;
  const lines = text.slice(content.start, content.end);
  const fields = [...lines.matchAll(FIELD_LINE)].at(-1);
  if (!fields) return undefined;
  BLANK_LINE.lastIndex = fields.index + fields[0].length;
  const blank = BLANK_LINE.exec(lines);
  if (!blank) return undefined;
  const end = content.start + blank.index;
  return {
    range: { start: range.start, end },
    content: { start: content.start, end },
    bodyStart: end,
    closed: false,
  };
}

/** The front matter that was meant where the line that closes it is not quite `---`; undefined where there is none. */
export function cutAtMisfence(text: string, { range, content }: FrontMatter): FrontMatter | undefined {
  const misclosed = misfencedWithin(text, content.start, content.end);
  if (!misclosed) return undefined;
  const after = /(?:\r\n|\r|\n)?/y;
  after.lastIndex = misclosed.end + (/^[^\r\n]*/.exec(text.slice(misclosed.end, content.end))?.[0].length ?? 0);
  after.test(text);
  return {
    range: { start: range.start, end: misclosed.end },
    content: { start: content.start, end: misclosed.start },
    bodyStart: after.lastIndex,
    closed: false,
    misclosed,
  };
}

/** The ends of a `---` line that begins at an offset: before its trailing space, and after its line ending. */
function fenceEnd(text: string, at: number): { end: number; next: number } | undefined {
  let next = at + 3;
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9) next++;
  const code = text.charCodeAt(next);
  if (Number.isNaN(code)) return { end: at + 3, next };
  if (code === 13) return { end: at + 3, next: next + (text.charCodeAt(next + 1) === 10 ? 2 : 1) };
  return code === 10 ? { end: at + 3, next: next + 1 } : undefined;
}
