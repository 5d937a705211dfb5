import * as vscode from 'vscode';
import { launch, post } from './bridge.ts';
import { mocha, runMocha } from './mocha.ts';
import { until } from './support.ts';

export interface Outcome {
  readonly failed: number;
}

type Suites = Readonly<Record<string, ReadonlyArray<() => Promise<unknown>>>>;

/** Runs the test files of the launch's suite, telling the launcher of each test as it ends. */
export async function runSuite(suites: Suites): Promise<Outcome> {
  // Posts are chained, so that the launcher hears everything in order and `end` last.
  let told: Promise<unknown> = Promise.resolve();
  const tell = (event: string, details: object = {}) => {
    told = told.then(() => post({ event, ...details }));
  };
  try {
    const { suite, grep } = launch();
    const files = suites[suite];
    if (!files?.length) throw new Error(`There are no test files in test/editor/suite/${suite}`);
    // A window in a browser loses a click or a webview now and then. What is wrong fails each time, and what passes at
    // a later try says so.
    mocha.setup({ ui: 'bdd', timeout: 90_000, retries: 4, reporter: class {} });
    if (grep) mocha.grep(grep);
    for (const load of files) await load();
    // A .code-workspace file of a remote may be read only after the extension host is up.
    await until(() => vscode.workspace.workspaceFolders?.length, 'the folders of the workspace', 20_000);
    tell('start');
    const stray = watchStrayErrors();
    const failed = await execute(tell);
    for (const error of stray()) tell('fail', { title: 'an error that nobody awaited', error });
    tell('end');
    await told;
    return { failed: failed + stray().length };
  } catch (error) {
    tell('error', { error: describeError(error) });
    await told;
    throw error;
  }
}

function execute(tell: (event: string, details: object) => void): Promise<number> {
  return new Promise((resolve) => {
    const runner = runMocha(resolve);
    const tries: string[] = [];
    runner.on('retry', (test, error) => tries.push(`${test.fullTitle()}: ${describeError(error)}`));
    runner.on('pass', (test) => {
      const failed = tries.filter((text) => text.startsWith(`${test.fullTitle()}: `));
      // Whoever wants to know why needs all of it: the next run may go well at once.
      const again = failed.map(
        (text) => `\n      a try before: ${text.slice(test.fullTitle().length + 2).replaceAll('\n', '\n      ')}`,
      );
      tell('pass', { title: test.fullTitle() + again.join(''), ms: test.duration ?? 0 });
    });
    runner.on('fail', (test, error) => tell('fail', { title: test.fullTitle(), error: describeError(error) }));
    runner.on('pending', (test) => tell('skip', { title: test.fullTitle() }));
  });
}

/** What nothing catches vanishes in an extension host's log; what comes out of our own bundles is a failure. */
function watchStrayErrors(): () => readonly string[] {
  const found: string[] = [];
  const builtIn = `${vscode.env.appRoot.replaceAll('\\', '/')}/extensions/`;
  const note = (reason: unknown) => {
    const text = describeError(reason).replaceAll('\\', '/');
    // The editor's own extensions have bundles as well: git's misses the repositories that tests remove.
    if (text.includes('/dist/') && !text.includes(builtIn)) found.push(text);
  };
  if (typeof process === 'object' && typeof process.on === 'function') {
    process.on('unhandledRejection', note);
    process.on('uncaughtException', note);
  }
  return () => found;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { actual, expected } = error as { actual?: unknown; expected?: unknown };
  const difference =
    actual === undefined && expected === undefined
      ? ''
      : `\n  actual:   ${show(actual)}\n  expected: ${show(expected)}`;
  const stack = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ''}`;
  return `${stack}${difference}`;
}

function show(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
