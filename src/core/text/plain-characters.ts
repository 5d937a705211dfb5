/**
 * A text in the characters that a keyboard has, where a word processor puts others in their place: hyphens for dashes and
 * minus signs, plain spaces, `%`. Curly quotes and guillemets around all of it are taken away.
 */
export function plainCharacters(text: string): string {
  const plain = text
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/[\u00a0\u2000-\u200b\u202f\u2060\u3000]/g, ' ')
    .replaceAll('\uff05', '%')
    .trim();
  return plain.replace(OPENING, '').replace(CLOSING, '').trim();
}

const OPENING = /^["'\u2018-\u201f\u00ab\u2039]+/;
/** Each row of them is looked at once, from its first on: a text of nothing else takes no longer than another. */
const CLOSING = /(?<!["'\u2018-\u201f\u00bb\u203a])["'\u2018-\u201f\u00bb\u203a]+$/;
