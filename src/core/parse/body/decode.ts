import { AMPERSAND, BACKSLASH } from './chars.ts';

/** The references that people write in destinations. Of the other two thousand, the text stays as it is. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

const ESCAPE_OR_REFERENCE =
  /\\([!-/:-@[-`{-~])|&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

/** Backslash escapes and character references (`&amp;`, `&#38;`) of a destination, decoded. */
export function decodeText(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH || code === AMPERSAND) return decodeAll(text);
  }
  return text;
}

function decodeAll(text: string): string {
  return text.replace(ESCAPE_OR_REFERENCE, (whole, escaped?: string, decimal?: string, hex?: string, name?: string) => {
    if (escaped !== undefined) return escaped;
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return NAMED.get(name ?? '') ?? whole;
  });
}

/** The character of a code point, or U+FFFD where there is none. */
function character(codePoint: number): string {
  const none = codePoint === 0 || codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000);
  return none ? '\ufffd' : String.fromCodePoint(codePoint);
}
