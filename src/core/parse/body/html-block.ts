import {
  EXCLAMATION,
  GREATER_THAN,
  indexWithin,
  isLetter,
  isSpace,
  LESS_THAN,
  QUESTION,
  SLASH,
  skipSpaces,
} from './chars.ts';
import { readTag, tagNameEnd } from './html-tag.ts';

/** How a block of HTML ends: in the line that holds a text, in the one that closes a raw element, or before a blank one. */
export type HtmlEnd = '-->' | '?>' | '>' | ']]>' | 'raw' | 'blank';

/** Elements whose content is not Markdown, blank lines included. */
const RAW = new Set(['pre', 'script', 'style', 'textarea']);
const LONGEST_RAW = 8;

/** Elements that begin a block whatever follows their name. */
const BLOCKS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);

/**
 * How the block of HTML ends that begins at `at` with `<` in `[at, end)`, a line without its indent; undefined where none
 * begins. `interrupting` says that a paragraph is open, which a tag alone on its line does not end.
 */
export function htmlBlockStart(text: string, at: number, end: number, interrupting: boolean): HtmlEnd | undefined {
  const code = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  if (code === EXCLAMATION) return declarationStart(text, at, end);
  if (code === QUESTION) return '?>';
  const closing = code === SLASH;
  const nameStart = closing ? at + 2 : at + 1;
  const nameEnd = tagNameEnd(text, nameStart, end);
  if (nameEnd === nameStart) return undefined;
  const after = nameEnd < end ? text.charCodeAt(nameEnd) : -1;
  const delimited = after === -1 || after === GREATER_THAN || isSpace(after);
  if (delimited || after === SLASH) {
    const name = text.slice(nameStart, nameEnd).toLowerCase();
    if (delimited && !closing && RAW.has(name)) return 'raw';
    if (BLOCKS.has(name)) return delimited || text.startsWith('/>', nameEnd) ? 'blank' : undefined;
  }
  if (interrupting) return undefined;
  const tag = readTag(text, at, end);
  return tag.complete && skipSpaces(text, tag.end, end) === end ? 'blank' : undefined;
}

function declarationStart(text: string, at: number, end: number): HtmlEnd | undefined {
  if (text.startsWith('--', at + 2)) return '-->';
  if (text.startsWith('[CDATA[', at + 2)) return ']]>';
  return at + 2 < end && isLetter(text.charCodeAt(at + 2)) ? '>' : undefined;
}

/** Whether the block ends in the line whose content is `[at, end)`. Its first line is to be asked about after its `<`. */
export function endsHtmlBlock(text: string, at: number, end: number, how: HtmlEnd): boolean {
  if (how === 'blank') return false;
  return how === 'raw' ? closesRawElement(text, at, end) : indexWithin(text, how, at, end) >= 0;
}

/** Any closing tag of a raw element will do, of the same or of another one. */
function closesRawElement(text: string, from: number, end: number): boolean {
  for (let at = from; at + 2 < end; at++) {
    if (text.charCodeAt(at) !== LESS_THAN || text.charCodeAt(at + 1) !== SLASH) continue;
    const nameEnd = Math.min(tagNameEnd(text, at + 2, Math.min(end, at + 3 + LONGEST_RAW)), end);
    if (text.charCodeAt(nameEnd) === GREATER_THAN && RAW.has(text.slice(at + 2, nameEnd).toLowerCase())) return true;
  }
  return false;
}
