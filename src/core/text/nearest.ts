import { negates } from './negation.ts';

/**
 * The optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps of
 * neighbours. Gives up beyond `limit` and returns `limit + 1`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}

/**
 * How many edits two words may be apart and still be meant as the same: one, or two from eight letters on, or where one
 * begins with the other (`programme`).
 */
function tolerance(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 5 && (a.startsWith(b) || b.startsWith(a))) return 2;
  return Math.max(1, Math.min(2, Math.floor(shorter / 4)));
}

const LONGEST = 100;

/** The numbers in a word. */
export const digits = (word: string): string => word.replace(/\D+/g, ' ').trim();

/** A word without regard to case, and to what stands between its parts. */
export const fold = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '-');

/**
 * The word that was probably meant: the same but for case, spaces and hyphens, or a small edit away.
 * Words that differ in their digits are never taken for each other: R-12 is no misspelling of R-13. Nor is a word taken
 * for its negation: whoever writes `unresolved` does not mean `resolved`.
 * Undefined where nothing is near, or where two words are equally near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  // Nobody misspells a word of that length by one letter, and comparing such words takes long.
  if (word.length > LONGEST) return undefined;
  const folded = fold(word);
  const wordDigits = digits(folded);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  let tied = false;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 3) continue;
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) > 2) continue;
    const limit = tolerance(folded, other);
    const edits = editDistance(folded, other, Math.min(limit, Math.ceil(bestDistance)));
    if (edits > limit || digits(other) !== wordDigits || (edits > 0 && negates(folded, other))) continue;
    // Hyphens alone are less than an edit: R1 is R-1 before it is anything else.
    const hyphensOnly = edits > 0 && folded.replaceAll('-', '') === other.replaceAll('-', '');
    const distance = hyphensOnly ? 0.5 : edits;
    if (distance > bestDistance) continue;
    // Two letters cannot be one edit away from anything in particular, nor D-1 a misspelling of T-1.
    if (distance >= 1 && Math.min(folded.length, other.length) < (wordDigits ? 4 : 3)) continue;
    tied = distance === bestDistance && candidate !== best;
    best = candidate;
    bestDistance = distance;
  }
  return tied ? undefined : best;
}
