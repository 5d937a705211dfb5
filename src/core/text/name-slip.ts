/**
 * Whether two names are surely meant as one, and one of them was written with a slip: they differ in accents, hyphens and
 * spaces alone, or in one word, by one slip of a finger that makes no other name. Two neighbours are swapped, a letter is
 * doubled or single, or one of two consonants beside each other is missing.
 *
 * Nearly every other letter makes a name that somebody has: Jan and Jon, Ana and Anna, Marc and Mark, Maria and Mario, Maria
 * and Marina, Carol and Carlo. So a letter in the place of another is no slip, nor is anything at the end of a word, nor in
 * words of fewer than five letters, nor in words with digits. Names of things are further apart: see `isSlip`.
 */
export function isNameSlip(a: SlipName, b: SlipName): boolean {
  if (a.letters === b.letters) return a.letters.length >= SHORTEST_NAME;
  if (a.words.length !== b.words.length) return false;
  const differing = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [[word, b.words[i] as string] as const]));
  const [pair, another] = differing;
  return pair !== undefined && another === undefined && isSlipOfWord(...pair);
}

/** A name as slips are looked for in it. */
export interface SlipName {
  /** Its words, without case and accents. */
  readonly words: readonly string[];
  /** The same without what is between them, but for figures: teams 1-1 and 11 are two. */
  readonly letters: string;
}

const SHORTEST_NAME = 4;
const SHORTEST_WORD = 5;
/** From so many letters on any consonant may be the one that is missing: few names are so near to each other. */
const LONG_WORD = 7;

/** Those of Latin, Greek and Cyrillic letters. In other scripts such marks are vowels, or make another letter. */
const ACCENTS = /[\u0300-\u036f]+/g;

/** Takes a name apart. */
export function slipName(name: string): SlipName {
  const words =
    name
      .normalize('NFD')
      .replace(ACCENTS, '')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { words, letters: words.join(' ').replace(/(?<!\p{N}) | (?!\p{N})/gu, '') };
}

function isSlipOfWord(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || !/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) return false;
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  if (shorter.length < SHORTEST_WORD) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  return longer.length === shorter.length ? isSwapped(a, b, at) : isWithout(longer, shorter, at);
}

/** Whether two neighbours are swapped, neither of them the first nor the last: Carol and Carlo are two people. */
const isSwapped = (a: string, b: string, at: number): boolean =>
  at > 0 && at + 2 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);

/** Whether the longer word has one letter more at a place: one doubled, or one that no name is without. */
function isWithout(longer: string, shorter: string, at: number): boolean {
  if (longer.slice(at + 1) !== shorter.slice(at)) return false;
  const letter = longer.charAt(at);
  if (letter === longer[at - 1]) return true;
  // Tomas and Thomas, Katrina and Katarina: names differ in an h and in vowels, and in their first and last letters.
  if (at < 2 || at === longer.length - 1 || !isConsonant(letter) || letter === 'h') return false;
  return shorter.length >= LONG_WORD || isConsonant(longer.charAt(at - 1)) || isConsonant(longer.charAt(at + 1));
}

const isConsonant = (letter: string): boolean => /[b-df-hj-np-tv-xz]/.test(letter);
