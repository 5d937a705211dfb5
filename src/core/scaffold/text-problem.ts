import { hasInvisible, visible } from '../text/visible.ts';

/**
 * Why a text is not written into a plan, or undefined: it holds characters that nobody sees, or that turn the order of
 * others. White space is none of them, nor are joiners, which are part of words in some scripts, and of emoji.
 */
export function textProblem(text: string): string | undefined {
  const hidden = [...text].filter((character) => hasInvisible(character) && !/[\t\n\r\u200c\u200d]/.test(character));
  if (hidden.length === 0) return undefined;
  const names = [...new Set(hidden.map(visible))].slice(0, MOST_NAMED).join(', ');
  return `leave out what cannot be seen: ${names}`;
}

const MOST_NAMED = 5;
