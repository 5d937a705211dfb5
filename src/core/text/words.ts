/** A word with its article: `an action`, `a risk`. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;

/** With a capital letter: how a line begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words as a choice: `avoid, mitigate or accept`. */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;

/** Words that hold together: `a, b and c`. */
export const allOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

/** A number of things: `1 working day`, `2.5 working days`. Fractions beyond hundredths are nobody's business. */
export const counted = (count: number, thing: string): string => {
  const rounded = Math.round(count * 100) / 100;
  return `${rounded} ${thing}${rounded === 1 ? '' : 's'}`;
};

/** `10,000`. Not by `toLocaleString`, which takes 20 milliseconds the first time. */
export const amount = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A number that was measured: `1,300`, `−4.25`, `0.0031`. Of small ones the digits that tell something, of others two decimals. */
export function figure(value: number): string {
  const size = Math.abs(value);
  const shown = size >= 1 || size === 0 ? Math.round(size * 100) / 100 : Number(size.toPrecision(2));
  // JavaScript writes what is smaller with an exponent.
  const isNothing = shown < 1e-6;
  const [whole = '', decimals] = String(isNothing ? 0 : shown).split('.');
  const sign = value < 0 && !isNothing ? '−' : '';
  return `${sign}${amount(Number(whole))}${decimals === undefined ? '' : `.${decimals}`}`;
}

const NUMERALS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A number in a sentence: as a word up to twelve, `13`, `10,000`. */
export const numeral = (count: number): string => NUMERALS[count] ?? amount(count);
