// What others need for the same files. Installed on first use, so that nobody else has to wait for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { timed } from './measure.mjs';

const folder = fileURLToPath(new URL('peers', import.meta.url));

export function installPeers() {
  if (existsSync(`${folder}/node_modules/.bin/remark`)) return;
  const installed = spawnSync('npm', ['ci', '--prefix', folder], { stdio: 'inherit' });
  if (installed.status !== 0) throw new Error('the peers could not be installed');
}

/** Lints the Markdown of a plan: every rule, no configuration. */
export function markdownlint(plan) {
  return timed('node', [`${folder}/node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs`, '**/*.md'], {
    cwd: plan,
  });
}

/** Checks the front matter of a plan against a JSON schema. */
export function remarkSchema(plan) {
  const schema = fileURLToPath(new URL('../media/front-matter.schema.json', import.meta.url));
  const settings = `${folder}/.cache`;
  mkdirSync(settings, { recursive: true });
  const plugins = ['remark-frontmatter', ['remark-lint-frontmatter-schema', { schemas: { [schema]: ['**/*.md'] } }]];
  writeFileSync(`${settings}/remark.json`, JSON.stringify({ plugins }));
  return timed(
    'node',
    [
      `${folder}/node_modules/remark-cli/cli.js`,
      plan,
      '--no-config',
      '--rc-path',
      `${settings}/remark.json`,
      '--quiet',
      '--no-stdout',
      '--frail',
    ],
    { cwd: folder },
  );
}
