// How long the editor says that it takes to load and to activate the extension, beside one that it brings along.
import { cpSync, rmSync } from 'node:fs';
import { build } from '../scripts/build.mjs';
import { runLaunch } from '../scripts/vscode/run-tests.mjs';
import { median } from './measure.mjs';
import { planOf } from './plans.mjs';

const LAUNCH = { name: 'bench', suite: 'bench', fixture: 'folder', version: 'newest', prepare: withPlan };

/** The plan S in place of the fixture. */
function withPlan(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(planOf('S'), folder, { recursive: true });
}

/** Starts an editor on S, `rounds` times. */
export async function activation({ rounds, report }) {
  await build(['extension', 'webview', 'tests']);
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const { failed, figures } = await runLaunch(LAUNCH, { print: () => {}, grep: 'activation' });
    if (failed.length > 0) throw new Error(failed.map(({ title, error }) => `${title}\n${error}`).join('\n'));
    for (const { figure } of figures) found.push(figure);
  }
  const of = (which) => median(found.map((figure) => figure[which]));
  const ms = (which) => `${of(which).toFixed(0)} ms`;
  report('activation, S: so long the editor waits for it', ms('own'), 'at most 50 ms (not a ratio)');
  report('activation, S: until its commands and views are there', ms('ready'), '(not a ratio)');
  report(
    'activation, S / the same of Git, which the editor brings along',
    `${(of('own') / of('git')).toFixed(2)} x`,
    '',
  );
}
