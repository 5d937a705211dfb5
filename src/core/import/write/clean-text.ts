import { hasInvisible } from '../../text/visible.ts';

/** Longer titles are paragraphs: no tool that people plan in takes them. */
const LONGEST_LINE = 500;

/** White space, and what joins letters in some scripts and in emoji. */
const KEPT = /[\t\n\r\u2028\u2029\u200c\u200d]/;

/** A text without characters that nobody sees or that turn the order of others, and without halves of characters. */
export function cleanText(text: string): string {
  const whole = text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n');
  return hasInvisible(whole)
    ? [...whole].filter((character) => KEPT.test(character) || !hasInvisible(character)).join('')
    : whole;
}

/** The same in one line, not too long for one. */
export function cleanLine(text: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_LINE ? line : `${[...line.slice(0, LONGEST_LINE)].slice(0, -1).join('').trimEnd()}…`;
}
