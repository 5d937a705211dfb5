import { setFlagsFromString } from 'node:v8';

/**
 * Holds the young generation of the heap at its first size. V8 doubles it again and again while a large plan is read,
 * for a run that is over before that pays: of 10,000 items a check took 310 MB, and takes 200 MB, in the same time.
 */
export function saveMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
