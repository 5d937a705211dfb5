import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launches } from '../test/editor/launches.mjs';
import { build } from './build.mjs';
import { pinnedNode } from './vscode/node.mjs';
import { root } from './vscode/paths.mjs';
import { temporaryFolder } from './vscode/profile.mjs';
import { runLaunch } from './vscode/run-tests.mjs';

const help = `npm test -- [SUITE...] [-g PATTERN]

  unit             functions, rules, properties: no editor, and no disk but for repositories to read
  corpora          the numbers and documents of others
  cli              the command line, as a process
  pages            the pages of webviews, in a browser
  editor [NAME...] a real VS Code: ${launches.map(({ name }) => name).join(', ')}

Without a suite, all of them. MILEPOST_VSCODE=desktop or server chooses the VS Code.`;

/** Suites of mocha. What `unit` runs is in .mocharc.json; the others run the tests in their folders, if there are any. */
const mochaSuites = {
  unit: { args: [], folders: [] },
  corpora: { args: ['--no-config', '--timeout', '60000'], folders: ['test/corpora'] },
  cli: {
    args: ['--no-config', '--timeout', '20000'],
    folders: ['test/cli'],
    built: ['extension', 'cli', 'webview', 'action'],
  },
  pages: { args: ['--no-config', '--timeout', '600000'], folders: ['test/pages'], built: ['webview'] },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string', short: 'g' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const chosen = choose(positionals);
await run(chosen);
process.exitCode = total.failed > 0 ? 1 : 0;
if (total.passed + total.failed === 0) {
  console.log('No test was executed.');
  process.exitCode = 1;
}
if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);

function choose(names) {
  const known = [...Object.keys(mochaSuites), 'editor', ...launches.map(({ name }) => name)];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length) {
    console.error(`There is no suite “${unknown[0]}”.\n\n${help}`);
    process.exit(2);
  }
  const suites = Object.keys(mochaSuites).filter((name) => names.length === 0 || names.includes(name));
  const named = launches.filter(({ name }) => names.includes(name));
  const all = names.length === 0 || (names.includes('editor') && named.length === 0);
  return { suites, editors: all ? launches : named };
}

async function run({ suites, editors }) {
  const mochas = suites.filter((name) => name === 'unit' || mochaSuites[name].folders.some(hasTests));
  for (const name of mochas.filter((suite) => !mochaSuites[suite].built)) runMocha(name);
  const rest = mochas.filter((suite) => mochaSuites[suite].built);
  if (rest.length === 0 && editors.length === 0) return;
  const parts = rest.flatMap((suite) => mochaSuites[suite].built);
  if (!(await built([...new Set([...parts, ...(editors.length ? ['extension', 'webview', 'cli', 'tests'] : [])])])))
    return;
  for (const name of rest) runMocha(name);
  // One after another: an editor keeps two cores busy, so that two at a time were measured to take longer.
  for (const launch of editors) await runEditor(launch);
}

async function built(parts) {
  try {
    await build(parts);
    return true;
  } catch {
    // esbuild has told what is wrong with it.
    count({ passed: 0, failed: 1, skipped: 0 }, 'The build failed, so that nothing that needs it was tested');
    return false;
  }
}

function hasTests(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true }).some((file) => file.endsWith('.test.ts'));
  } catch {
    return false;
  }
}

function runMocha(name) {
  console.log(`\n${name}`);
  const { folder, remove } = temporaryFolder('counts');
  const output = join(folder, 'counts.json');
  const { args, folders } = mochaSuites[name];
  const mocha = [join(root, 'node_modules/mocha/bin/mocha.js'), '--node-option', 'disable-warning=ExperimentalWarning'];
  const reporter = ['--reporter', join(root, 'scripts/mocha-reporter.mjs'), '--reporter-option', `output=${output}`];
  const grep = values.grep ? ['--grep', values.grep] : [];
  const files = folders.map((each) => `${each}/**/*.test.ts`);
  const result = spawnSync(pinnedNode, [...mocha, ...reporter, ...grep, ...args, ...files], {
    cwd: root,
    stdio: 'inherit',
  });
  const counts = readCounts(output);
  remove();
  // Mocha's exit status counts failures; without counts it could not even begin, or was killed.
  const { status, signal } = result;
  if (!counts) count({ passed: 0, failed: 1, skipped: 0 }, `${name} could not be run (${signal ?? status})`);
  else if (status !== 0 && counts.failed === 0)
    count({ ...counts, failed: 1 }, `${name} ended with ${signal ?? status}`);
  else count(counts);
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function runEditor(launch) {
  console.log(`\neditor: ${launch.name}`);
  const { passed, failed, skipped, vscode, ms } = await runLaunch(launch, { grep: values.grep });
  for (const { title, error } of failed) console.log(`\n✗ ${title}\n${error.replace(/^/gm, '    ')}`);
  const counts = { passed: passed.length, failed: failed.length, skipped: skipped.length };
  const editor = vscode ? `VS Code ${vscode}, ` : '';
  count(
    counts,
    `${launch.name}: ${counts.passed} passed, ${counts.failed} failed (${editor}${(ms / 1000).toFixed(1)} s)`,
  );
}

function count(counts, message) {
  if (message) console.log(message);
  for (const key of Object.keys(total)) total[key] += counts[key];
}
