import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** Gives test/editor/suite/index.ts the test files of each folder beside it, or of the `only` one that the host can load. */
export function suites(only) {
  const base = join(root, 'test/editor/suite');
  return {
    name: 'suites',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^milepost:suites$/ }, ({ path }) => ({ path, namespace: 'suites' }));
      onLoad({ filter: /.*/, namespace: 'suites' }, () => {
        const folders = readdirSync(base, { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && (!only || entry.name === only))
          .map(({ name }) => name);
        const entries = folders.map((folder) => {
          const files = readdirSync(join(base, folder)).filter((file) => file.endsWith('.test.ts'));
          const loads = files.sort().map((file) => `() => import(${JSON.stringify(`./${folder}/${file}`)})`);
          return `${JSON.stringify(folder)}: [${loads.join(', ')}]`;
        });
        const watchDirs = [base, ...folders.map((folder) => join(base, folder))];
        return { contents: `export const suites = { ${entries.join(', ')} };`, resolveDir: base, watchDirs };
      });
    },
  };
}

/** Gives tests the plan in which every host has to find the same, in a host that cannot read a disk as well. */
export function samePlan() {
  return {
    name: 'same-plan',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^milepost:same-plan$/ }, ({ path }) => ({ path, namespace: 'same-plan' }));
      onLoad({ filter: /.*/, namespace: 'same-plan' }, async () => {
        const made = await import('../../test/same-findings/same-plan.ts');
        const files = Object.entries(made.samePlan()).map(([path, bytes]) => [path, [...bytes]]);
        const constants = {
          FOLDER: made.SAME_PLAN,
          DAY: made.SAME_DAY,
          files: Object.fromEntries(files),
          expected: await readFile(made.EXPECTED, 'utf8'),
        };
        const lines = Object.entries(constants).map(
          ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
        );
        return { contents: lines.join('\n') };
      });
    },
  };
}

/**
 * Mocha's file for browsers exports itself to whatever `module` is in sight, which in a bundle is the bundle's own: it
 * would take the place of our `run`. With none in sight it goes where it says, into globals.
 */
export function browserMocha() {
  return {
    name: 'browser-mocha',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
        contents: `var module, exports, define;${await readFile(path, 'utf8')}`,
      }));
    },
  };
}
