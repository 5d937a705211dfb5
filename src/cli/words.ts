import { quoted } from '../core/text/visible.ts';

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

/** `1 error`, `12 errors`, `0 errors`. */
export const count = (amount: number, word: string): string => `${amount} ${word}${amount === 1 ? '' : 's'}`;

/** A path as it can be typed in a command. */
export const shellWord = (path: string): string => (path.includes(' ') ? `'${path}'` : path);

/** Breaks a paragraph into lines of at most `width` characters, where it has spaces. */
export function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** `: did you mean main?`; nothing where nothing is near. */
export const didYouMean = (near: string | undefined): string =>
  near === undefined ? '' : `: did you mean ${quoted(near)}?`;
