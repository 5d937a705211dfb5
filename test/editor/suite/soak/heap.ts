import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const MB = 1024 * 1024;

/**
 * By how much one look at the heap differs from the next where nothing has happened. The editor keeps documents for minutes
 * after they were closed, ten when a soak begins, and then up to eighty, each with what other extensions know of it.
 */
const NOISE = 8 * MB;

/** The collector of garbage, which is there for whoever asks before a context is made. */
const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/**
 * How many bytes of the extension host's heap are in use, once what is garbage has been collected. What V8 compiles is left
 * out: it compiles more, and better, the longer something runs, throws some of it away, and begins anew.
 */
export function heapInUse(): number {
  collect();
  const spaces = getHeapSpaceStatistics().filter(({ space_name: name }) => !/code|trusted/.test(name));
  return spaces.reduce((sum, { space_used_size: size }) => sum + size, 0);
}

/**
 * Whether the heap does not rise over a whole soak, each round of which ends where it began: the least of the last third is
 * not above that of the first. So what a leak may take is the same however long the soak is.
 */
export function isLevel(heaps: readonly number[]): boolean {
  const third = Math.floor(heaps.length / 3);
  if (third === 0) return true;
  const last = heaps.slice(-third);
  const first = heaps.slice(0, third);
  return Math.min(...last) <= Math.min(...first) + NOISE;
}
