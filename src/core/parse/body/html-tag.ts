import {
  BACKTICK,
  COLON,
  DASH,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER_THAN,
  isLetter,
  isLetterOrDigit,
  isSpaceOrLineEnd,
  LESS_THAN,
  SINGLE_QUOTE,
  SLASH,
  skipWhitespace,
  UNDERSCORE,
} from './chars.ts';

/** What reading a tag came to: whether it is one, and the offset at which reading stopped. */
export interface TagReading {
  readonly complete: boolean;
  /** After the `>` of a tag; else before the first character that makes it none. */
  readonly end: number;
}

/** Reads the tag that begins at `at` with `<`: `<a href="b">`, `</a>`, `<br />`. Line ends are whitespace in it. */
export function readTag(text: string, at: number, to: number): TagReading {
  return text.charCodeAt(at + 1) === SLASH ? readClosingTag(text, at, to) : readOpeningTag(text, at, to);
}

/** The end of the tag name that begins at `at`, or `at` where none does. */
export function tagNameEnd(text: string, at: number, to: number): number {
  if (at >= to || !isLetter(text.charCodeAt(at))) return at;
  let end = at + 1;
  while (end < to && (isLetterOrDigit(text.charCodeAt(end)) || text.charCodeAt(end) === DASH)) end++;
  return end;
}

function readClosingTag(text: string, at: number, to: number): TagReading {
  const name = tagNameEnd(text, at + 2, to);
  return name === at + 2 ? { complete: false, end: name } : closing(text, skipWhitespace(text, name, to), to);
}

function readOpeningTag(text: string, open: number, to: number): TagReading {
  let at = tagNameEnd(text, open + 1, to);
  if (at === open + 1) return { complete: false, end: at };
  for (;;) {
    const name = skipWhitespace(text, at, to);
    if (name < to && text.charCodeAt(name) === SLASH) return closing(text, name + 1, to);
    // An attribute begins after whitespace.
    if (name === at || name >= to || !isAttributeStart(text.charCodeAt(name))) return closing(text, name, to);
    at = name + 1;
    while (at < to && isAttributeName(text.charCodeAt(at))) at++;
    const equals = skipWhitespace(text, at, to);
    if (equals >= to || text.charCodeAt(equals) !== EQUALS) continue;
    const value = skipWhitespace(text, equals + 1, to);
    at = attributeValueEnd(text, value, to);
    if (at < 0) return { complete: false, end: to };
    if (at === value) return { complete: false, end: at };
  }
}

function closing(text: string, at: number, to: number): TagReading {
  return at < to && text.charCodeAt(at) === GREATER_THAN
    ? { complete: true, end: at + 1 }
    : { complete: false, end: at };
}

/** The end of the value at `at`, `at` where none begins, -1 where a quoted one is not closed. */
function attributeValueEnd(text: string, at: number, to: number): number {
  if (at >= to) return at;
  const quote = text.charCodeAt(at);
  let end = at;
  if (quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE) {
    for (end = at + 1; end < to; end++) {
      if (text.charCodeAt(end) === quote) return end + 1;
    }
    return -1;
  }
  while (end < to && !endsBareValue(text.charCodeAt(end))) end++;
  return end;
}

function endsBareValue(code: number): boolean {
  return (
    isSpaceOrLineEnd(code) ||
    code === DOUBLE_QUOTE ||
    code === SINGLE_QUOTE ||
    code === EQUALS ||
    code === LESS_THAN ||
    code === GREATER_THAN ||
    code === BACKTICK
  );
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === UNDERSCORE || code === COLON;
}

function isAttributeName(code: number): boolean {
  return isLetterOrDigit(code) || code === UNDERSCORE || code === COLON || code === DOT || code === DASH;
}
