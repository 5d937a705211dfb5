import { graphemesOf } from '../text/graphemes.ts';

/** What a label shows of a text, in graphemes: as many as people read of a title in a picture. */
const MOST = 80;
/** In UTF-16 units: a grapheme of a thousand combining marks is one, too. */
const MOST_UNITS = 4 * MOST;

/**
 * Characters that a label does without: those that cannot be seen or that turn the order of others, C0 and C1 controls
 * among them, fillers that pass for letters, halves of surrogate pairs, and what no XML may hold, since pictures are SVG.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0\u2800\ufffe\uffff]/gu;

/** A text as a label shows it: on one line, without characters that cannot be seen, and cut where it is too long. */
export function labelText(text: string): string {
  // Of a very long text no more is looked at than could be shown.
  const start = text.length > 8 * MOST_UNITS ? text.slice(0, 8 * MOST_UNITS) : text;
  const plain = start.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim();
  if (plain === '') return '…';
  const cut = firstGraphemes(plain);
  return cut.length < plain.length || start.length < text.length ? `${cut.trimEnd()}…` : plain;
}

/** All of a text, or of one that is too long so much that a mark still fits. */
function firstGraphemes(text: string): string {
  if (text.length <= MOST) return text;
  const ends: number[] = [];
  for (const { index, segment } of graphemesOf(text.slice(0, MOST_UNITS))) {
    ends.push(index + segment.length);
    if (ends.length > MOST) break;
  }
  if (ends.length <= MOST && text.length <= MOST_UNITS) return text;
  return text.slice(0, ends[Math.min(MOST - 1, ends.length) - 1]).replace(UNSEEN, '');
}
