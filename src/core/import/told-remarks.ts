import { amount } from '../text/words.ts';
import type { Remark } from './incoming.ts';

/** How many places are named of one remark, and how many remarks are told. */
const MOST_PLACES = 5;
const MOST_REMARKS = 40;

/** Remarks as lines, the same of many places once: `row 3, 7 and 12: …`. What is more than anybody reads is counted. */
export function toldRemarks(remarks: readonly Remark[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { text, place } of remarks) {
    const others = places.get(text) ?? [];
    if (place !== undefined) others.push(place);
    places.set(text, others);
  }
  const lines = [...places].map(([text, at]) => (at.length === 0 ? text : `${placesText(at)}: ${text}`));
  if (lines.length <= MOST_REMARKS) return lines;
  return [...lines.slice(0, MOST_REMARKS), `and ${amount(lines.length - MOST_REMARKS)} more such remarks`];
}

function placesText(places: readonly string[]): string {
  const [first = '', ...others] = [...new Set(places)];
  const word = first.replace(/ .*$/, '');
  const rest = others
    .slice(0, MOST_PLACES - 1)
    .map((place) => (place.startsWith(`${word} `) ? place.slice(word.length + 1) : place));
  const named = [first, ...rest].join(', ');
  const more = others.length - rest.length;
  return more > 0 ? `${named} and ${amount(more)} more` : named;
}
