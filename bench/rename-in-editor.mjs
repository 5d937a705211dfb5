// What a rename costs in a real editor: what the extension computes, and what the editor does with it.
import { build } from '../scripts/build.mjs';
import { runLaunch } from '../scripts/vscode/run-tests.mjs';

const LAUNCH = { name: 'bench', suite: 'bench', fixture: 'folder', version: 'newest' };

/** Renames an item that 2,000 files name, and undoes it; `rounds` times, each in an editor of its own. */
export async function renamesInEditor({ rounds, report }) {
  await build(['extension', 'webview', 'tests']);
  const all = new Map();
  for (let round = 0; round < rounds; round++) {
    const { failed, figures } = await runLaunch(LAUNCH, { print: () => {}, grep: 'rename' });
    if (failed.length > 0) throw new Error(failed.map(({ title, error }) => `${title}\n${error}`).join('\n'));
    for (const { name, figure } of figures) all.set(name, [...(all.get(name) ?? []), figure]);
  }
  for (const [name, figures] of all) {
    const range = (of, digits) => {
      const sorted = figures.map(of).sort((a, b) => a - b);
      return [...new Set([sorted[0], sorted.at(-1)].map((one) => one.toFixed(digits)))].join(' to ');
    };
    const cpu = range(({ cpu }) => cpu / 1000, 1);
    const heap = range(({ heap }) => heap / 1024 / 1024, 0);
    report(`2,000 files, ${name}`, `${range(({ ms }) => ms / 1000, 1)} s`, `extension host: CPU ${cpu} s, ${heap} MB`);
  }
}
