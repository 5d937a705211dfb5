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

for (const target of chosen) run(target);

function run({ name, unit, attempt }: FuzzTarget): void {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  let [tried, slowest, slowestSeed] = [0, 0, 0];
  let seed = Number(values.seed);
  for (; tried < most && (seed % 100 !== 0 || passed() < seconds); seed++) {
    const start = performance.now();
    try {
      tried += attempt(seed);
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
