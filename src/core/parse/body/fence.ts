import { BACKTICK, runLength, skipSpaces } from './chars.ts';

const MIN_LENGTH = 3;

/** The length of the fence that opens at `at` with a backtick or tilde, or 0: what follows backticks holds none. */
export function openingFenceLength(text: string, at: number, end: number): number {
  const marker = text.charCodeAt(at);
  const length = runLength(text, marker, at, end);
  if (length < MIN_LENGTH) return 0;
  if (marker === BACKTICK) {
    for (let i = at + length; i < end; i++) {
      if (text.charCodeAt(i) === BACKTICK) return 0;
    }
  }
  return length;
}

/** Whether `[at, end)` closes the fence of `length` times `marker`. */
export function isClosingFence(text: string, at: number, end: number, marker: number, length: number): boolean {
  const run = runLength(text, marker, at, end);
  return run >= length && skipSpaces(text, at + run, end) === end;
}
