import { visible } from '../text/visible.ts';

const LONGEST = 40;

/** A text of the plan in a title: made visible, and cut. */
export function shown(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return visible(characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : characters.join(''));
}

/** `1 reference`, `2 references`. */
export const count = (amount: number, word: string): string => `${amount} ${word}${amount === 1 ? '' : 's'}`;
