import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inProcess as milepost } from './support.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Shown {
  readonly page: string;
  readonly args: readonly string[];
  /** In the order in which they are printed; between two of them something is left out. */
  readonly parts: readonly string[];
}

/** What a page shows of commands that say something of the example. A line of `…` stands for lines that are left out. */
function shownIn(page: string): Shown[] {
  const fences = readFileSync(root(page), 'utf8').matchAll(
    /^```console\n\$ milepost ((?:show|schedule) .*)\n([\s\S]*?)^```$/gm,
  );
  return [...fences].map(([, command, output]) => ({
    page,
    args: (command as string).split(' '),
    parts: (output as string).split(/^…\n/m),
  }));
}

describe('what the pages show of the example', () => {
  const shown = ['README.md', 'docs/cli.md'].flatMap(shownIn);

  it('is something', () => {
    assert.deepEqual([...new Set(shown.map(({ page }) => page))], ['README.md', 'docs/cli.md']);
  });

  for (const { page, args, parts } of shown) {
    it(`${page}: milepost ${args.join(' ')}`, async () => {
      const { stdout } = await milepost(root('examples/atlas'), ...args, '--today', '2026-11-21');
      let rest = stdout;
      for (const [n, part] of parts.entries()) {
        const at = rest.indexOf(part);
        assert.ok(n === 0 ? at === 0 : at >= 0, `this is not in it, or not there:\n${part}\nin\n${rest}`);
        rest = rest.slice(at + part.length);
      }
      if (parts.at(-1) !== '') assert.equal(rest, '', 'this is not said to be left out');
    });
  }
});
