import { cpSync, createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openBridge } from './bridge.mjs';
import { launch } from './launch.mjs';
import { pageActions } from './page-actions.mjs';
import { cache, pictures, root } from './paths.mjs';
import { versions } from './pins.mjs';
import { temporaryFolder } from './profile.mjs';
import { readableStack } from './stacks.mjs';

/** How long a launch may take until its first test runs, and until its last one ended. */
const startLimit = 180_000;
const usualLimit = 900_000;

/**
 * Runs the tests of one launch (see test/editor/launches.mjs) in an editor of its own, on a fresh copy of its fixture.
 * Answers with what passed and what failed, and with the figures that a benchmark told; whatever keeps the tests from
 * running is itself a failure.
 */
export async function runLaunch(spec, { grep, print = console.log } = {}) {
  const began = Date.now();
  const outcome = { name: spec.name, vscode: '', passed: [], failed: [], skipped: [], figures: [], ms: 0 };
  const logFile = join(cache, 'logs', `${spec.name}.log`);
  mkdirSync(join(cache, 'logs'), { recursive: true });
  rmSync(join(pictures, spec.name), { recursive: true, force: true });
  const log = createWriteStream(logFile);
  try {
    await runInEditor(spec, { grep, print, outcome, log });
    // A pattern may well match nothing here; that it matched nothing anywhere is for the caller to notice.
    if (!grep && outcome.passed.length + outcome.failed.length === 0) throw new Error('No test was executed');
  } catch (error) {
    outcome.failed.push({ title: `${spec.name}: the launch`, error: `${error.message}\n(its log: ${logFile})` });
  } finally {
    await new Promise((resolve) => log.end(resolve));
  }
  outcome.ms = Date.now() - began;
  return outcome;
}

async function runInEditor(spec, { grep, print, outcome, log }) {
  const fixture = join(root, 'test/editor/fixtures', spec.fixture);
  if (!existsSync(fixture)) throw new Error(`Its fixture ${fixture} is missing`);
  const files = temporaryFolder('workspace');
  const folder = join(files.folder, spec.fixture);
  cpSync(fixture, folder, { recursive: true });
  await spec.prepare?.(folder);

  const finish = deferred();
  const started = setTimeout(() => finish.reject(new Error(`No test began within ${startLimit / 1000} s`)), startLimit);
  const limit = spec.limit ?? usualLimit;
  const timer = setTimeout(() => finish.reject(new Error(`It was not over within ${limit / 1000} s`)), limit);
  // It is awaited below, but may be settled by then.
  finish.promise.catch(() => {});

  let editor;
  const bridge = await openBridge(async ({ event, action, ...body }) => {
    if (action) return act(editor, spec, action, body);
    if (event === 'start') clearTimeout(started);
    if (event === 'fail') await act(editor, spec, 'screenshot', { name: `failed ${body.title}` }).catch(() => {});
    record(outcome, print, event, body);
    if (event === 'end') finish.resolve();
    if (event === 'error') finish.reject(new Error(readableStack(body.error)));
  });
  try {
    editor = await launch({
      installed: true,
      ...spec,
      ...(spec.workspace ? { workspace: join(folder, spec.workspace) } : { folder }),
      settings: { ...spec.settings, milepostTests: aboutThisRun(spec, bridge.address, grep) },
      tests: spec.host === 'web' ? 'dist/test/editor-web.cjs' : 'dist/test/editor.cjs',
      log: (text) => {
        log.write(text);
        if (spec.reloads || !/Extension Host Process exited/.test(text)) return;
        // It ends after the tests as well; the word that they are over may still be on its way then.
        setTimeout(() => finish.reject(new Error('The extension host ended before its tests did')), 2000).unref();
      },
    });
    outcome.vscode = editor.vscode;
    editor.ended.then((how) => finish.reject(new Error(`The editor ended before its tests did (${how})`)));
    await finish.promise;
  } finally {
    clearTimeout(started);
    clearTimeout(timer);
    await editor?.close();
    await bridge.close();
    files.remove();
  }
}

/** What test/editor/suite/bridge.ts reads. It goes as a setting because a web worker has no environment variables. */
function aboutThisRun({ name, suite, version = 'newest' }, bridge, grep = '') {
  return { name, vscode: versions[version].vscode, suite, bridge, grep };
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve, reject) => Object.assign(result, { resolve, reject }));
  return result;
}

async function act(editor, spec, action, body) {
  const run = Object.hasOwn(pageActions, action) ? pageActions[action] : undefined;
  if (!run) throw new Error(`A page has no action “${action}”`);
  return run(await editor.page(), { ...body, folder: join(pictures, spec.name) });
}

function record(outcome, print, event, { title, error, ms, name, figure, text }) {
  if (event === 'pass') {
    outcome.passed.push({ title, ms });
    print(`  ✓ ${title}${ms > 500 ? ` (${ms} ms)` : ''}`);
  } else if (event === 'fail') {
    outcome.failed.push({ title, error: readableStack(error) });
    print(`  ✗ ${title}`);
  } else if (event === 'skip') {
    outcome.skipped.push({ title });
    print(`  - ${title}`);
  } else if (event === 'figure') {
    outcome.figures.push({ name, figure });
  } else if (event === 'say') {
    print(`    ${text}`);
  }
}
