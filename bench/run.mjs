// npm run bench: the figures of docs/performance.md. Every one is a ratio within this run, or says that it is not.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { activation } from './activation.mjs';
import { blocks } from './blocks.mjs';
import { diff } from './diff.mjs';
import { graph } from './graph.mjs';
import { history } from './history.mjs';
import { itemHistory } from './item-history.mjs';
import { keystrokes } from './keystrokes.mjs';
import { language } from './language.mjs';
import { languageNavigation } from './language-navigation.mjs';
import { compare, timed } from './measure.mjs';
import { installPeers, markdownlint, remarkSchema } from './peers.mjs';
import { planOf } from './plans.mjs';
import { renames } from './rename.mjs';
import { renamesInEditor } from './rename-in-editor.mjs';
import { reports } from './report.mjs';
import { serviceOf } from './service.mjs';
import { hasTaskJuggler, TaskJuggler } from './tj3.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    remark: { type: 'boolean', default: false },
    git: { type: 'boolean', default: false },
    diff: { type: 'boolean', default: false },
    history: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    graph: { type: 'boolean', default: false },
    blocks: { type: 'boolean', default: false },
    rename: { type: 'boolean', default: false },
    language: { type: 'boolean', default: false },
    navigation: { type: 'boolean', default: false },
    activation: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));
const check = (plan, env = {}, ...more) =>
  timed('node', [cli, 'check', '--today', '2026-11-21', '--fail-on', 'never', '--format', 'json', ...more], {
    cwd: plan,
    env,
  });
const report = (name, figure, aim) => console.log(`${name.padEnd(62)} ${figure.padStart(10)}   ${aim}`);

console.log(`${'measure'.padEnd(62)} ${'figure'.padStart(10)}   aim`);
if (values.git) {
  for (const size of ['M', 'L']) await history(size, { rounds, check, report });
  process.exit();
}
if (values.diff) {
  for (const size of ['M', 'L']) diff(size, { rounds, cli, report });
  process.exit();
}
if (values.report) {
  for (const size of ['M', 'L']) reports(size, { rounds, cli, report });
  process.exit();
}
if (values.history) {
  itemHistory('L', { cli, rounds, check, report });
  process.exit();
}
if (values.graph) {
  await graph({ rounds, report });
  process.exit();
}
if (values.blocks) {
  await blocks(planOf('L'), report);
  process.exit();
}
if (values.rename) {
  await renames(planOf('L'), report);
  await renamesInEditor({ rounds, report });
  process.exit();
}
if (values.language) {
  await language(planOf('L'), report);
  process.exit();
}
if (values.activation) {
  await activation({ rounds, report });
  process.exit();
}
if (values.navigation) {
  await languageNavigation(planOf('L'), report);
  process.exit();
}
const [S, M, L] = ['S', 'M', 'L'].map(planOf);
installPeers();

const subjects = [
  { name: 'check L', run: () => check(L) },
  { name: 'check M', run: () => check(M) },
  { name: 'start', run: () => timed('node', [cli, '--version'], { cwd: S }) },
  { name: 'markdownlint L', run: () => markdownlint(L) },
];
const seconds = compare(subjects, rounds);
const of = (name) => seconds.get(name);
report(
  'markdownlint-cli2 / milepost check, L, whole processes',
  `${(of('markdownlint L') / of('check L')).toFixed(1)} x`,
  'at least 12 x',
);
if (values.remark) {
  const remark = remarkSchema(L).seconds;
  report(
    'remark-cli with a front-matter schema / milepost check, L',
    `${(remark / of('check L')).toFixed(1)} x`,
    'at least 40 x',
  );
} else {
  console.log('remark-cli takes minutes: add --remark to measure it');
}
// Twice the items, log2(10) times over, with the start of the process taken off.
const growth = ((of('check L') - of('start')) / (of('check M') - of('start'))) ** (1 / Math.log2(10));
report('time for twice the items, from M to L', `${growth.toFixed(2)} x`, 'at most 2.3 x');

if (hasTaskJuggler) {
  const host = { now: () => 0, pause: () => Promise.resolve() };
  const taskJuggler = new TaskJuggler(await serviceOf(L, host).settled());
  const schedule = () => timed('node', [cli, 'schedule', '--today', '2026-11-21', '--format', 'json'], { cwd: L });
  const times = compare(
    [
      { name: 'schedule', run: schedule },
      { name: 'tj3', run: () => taskJuggler.run() },
    ],
    rounds,
  );
  taskJuggler.remove();
  report(
    'TaskJuggler / milepost schedule --format json, L, whole processes',
    `${(times.get('tj3') / times.get('schedule')).toFixed(1)} x`,
    'at least 8 x',
  );
} else {
  console.log('TaskJuggler is not installed (Debian: tj3): the schedule is not compared');
}

const memory = timed('node', ['--expose-gc', fileURLToPath(new URL('memory.mjs', import.meta.url)), cli, L]);
report('memory of milepost check, L, at its highest', `${memory.stdout.trim()} MiB`, 'at most 300 MiB (not a ratio)');
await keystrokes(L, report);
await blocks(L, report);
await renames(L, report);
await language(L, report);
await languageNavigation(L, report);
const vsix = fileURLToPath(new URL('../dist/milepost.vsix', import.meta.url));
try {
  report('VSIX', `${(statSync(vsix).size / 1024 / 1024).toFixed(2)} MiB`, 'at most 3 MiB (npm run package writes it)');
} catch {
  console.log('VSIX: not built (npm run package)');
}
