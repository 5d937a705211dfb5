// npm run soak -- [--minutes N | --rounds N] [--seed N]: does random things to a plan in a real VS Code for a while, comparing
// what it shows with a cold check again and again. Of the first difference it says the seed that repeats it.
import { parseArgs } from 'node:util';
import { launches } from '../test/editor/launches.mjs';
import { build } from './build.mjs';
import { runLaunch } from './vscode/run-tests.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    rounds: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
for (const [name, value] of Object.entries(values)) {
  if (Number.isFinite(Number(value))) continue;
  console.error(`--${name} ${value} is no number`);
  process.exit(2);
}
const minutes = Number(values.minutes ?? (values.rounds === undefined ? 5 : 0));
const budget = { seed: Number(values.seed), rounds: Number(values.rounds ?? 1), minutes };
const spec = launches.find(({ name }) => name === 'soak');
await build(['extension', 'webview', 'cli', 'tests']);
const settings = { ...spec.settings, milepostSoak: budget };
// Time ends a soak, and never fails it; only what does not end at all does.
const limit = (minutes + 60 + 10 * budget.rounds) * 60_000;
const { failed } = await runLaunch({ ...spec, settings, limit });
for (const { title, error } of failed) console.log(`\n✗ ${title}\n${error}`);
process.exitCode = failed.length > 0 ? 1 : 0;
