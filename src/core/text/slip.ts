import { digits, fold } from './nearest.ts';
import { negates } from './negation.ts';

/** In shorter words one letter makes another word. */
const SHORTEST = 5;

/**
 * Whether a name can only be another one that was mistyped: it differs in case, in hyphens, underscores and spaces, in
 * two neighbours that are swapped, or in one letter inside of a word. Anything more may be a name of its own:
 * `staging-off` is not `staging-on`, nor is `gateways` `gateway`.
 */
export function isSlip(written: string, meant: string): boolean {
  const [a, b] = [fold(written), fold(meant)];
  if (digits(a) !== digits(b) || negates(a, b)) return false;
  if (a.replaceAll('-', '') === b.replaceAll('-', '')) return true;
  const [some, others] = [wordsOf(a), wordsOf(b)];
  if (some.length !== others.length) return false;
  const different = some.flatMap((word, i) => (word === others[i] ? [] : [[word, others[i] as string] as const]));
  return different.length === 1 && different.every(([word, other]) => isMistyped(word, other));
}

/** The words of a name, and what stands between them. */
const wordsOf = (name: string): readonly string[] => name.split(/(\P{L}+)/u);

function isMistyped(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  return start > 0 && end > 0 && left.length <= 1 && right.length <= 1;
}
