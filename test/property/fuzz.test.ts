import { TARGETS } from '../fuzz/targets.ts';

/** How many seeds each change is tried with; `npm run fuzz` goes on. */
const SEEDS: Readonly<Record<string, number>> = { yaml: 5_000, documents: 150, names: 20_000 };

/** Seeds that once found something. */
const FOUND: Readonly<Record<string, readonly number[]>> = {
  // The range of a mapping without a value that is a key.
  yaml: [25_537],
};

describe('fuzzing finds nothing in', () => {
  // What is to be started has tests of its own: of pages, and of quick fixes.
  for (const target of TARGETS.filter(({ start }) => start === undefined)) {
    const { name, unit } = target;
    it(unit, async () => {
      for (const seed of FOUND[name] ?? []) await target.attempt(seed);
      for (let seed = 1; seed <= (SEEDS[name] ?? 100); seed++) await target.attempt(seed);
    });
  }
});
