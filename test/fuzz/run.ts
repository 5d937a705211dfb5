import { parseArgs } from 'node:util';
import type { FuzzTarget } from './target.ts';
import { TARGETS } from './targets.ts';

// npm run fuzz [-- TARGET…] [--seconds N] [--count N] [--seed N]: tries random inputs for a while, each target in turn. Says
// how many there were, and of the first that went wrong the seed that repeats it.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const unknown = positionals.find((name) => TARGETS.every((target) => target.name !== name));
if (unknown !== undefined) {
  console.error(`There is no target ${unknown}: there are ${TARGETS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const chosen = TARGETS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const most = Number(values.count ?? Number.POSITIVE_INFINITY);
const seconds = Number(values.seconds ?? (values.count === undefined ? 60 : Number.POSITIVE_INFINITY));

// Scripts have no types: the name is put together, so that none are looked for.
const { build } = (await import(new URL('../../scripts/build.mjs', import.meta.url).href)) as {
  build(parts: readonly string[]): Promise<void>;
};
const parts = [...new Set(chosen.flatMap(({ built = [] }) => built))];
if (parts.length > 0) await build(parts);
for (const target of chosen) {
  await target.start?.();
  try {
    await run(target);
  } finally {
    await target.end?.();
  }
}

async function run(target: FuzzTarget): Promise<void> {
  const { name, unit } = target;
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  let [tried, slowest, slowestSeed] = [0, 0, 0];
  let seed = Number(values.seed);
  for (; tried < most && passed() < seconds; seed++) {
    const start = performance.now();
    try {
      const count = target.attempt(seed);
      // Most give it at once, and there are millions of them.
      tried += typeof count === 'number' ? count : await count;
    } catch (error) {
      console.error(`${name}, seed ${seed}: ${error instanceof Error ? error.stack : error}`);
      console.error(`Repeat it with: npm run fuzz -- ${name} --count 1 --seed ${seed}`);
      process.exitCode = 1;
      return;
    }
    const took = performance.now() - start;
    if (took > slowest) [slowest, slowestSeed] = [took, seed];
  }
  console.log(
    `${tried.toLocaleString('en')} ${unit} in ${passed().toFixed(0)} s; the slowest took ${slowest.toFixed(0)} ms (seed ${slowestSeed})`,
  );
}
