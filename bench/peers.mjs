// What others need for the same files. Installed on first use, so that nobody else has to wait for it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
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

/**
 * Checks the front matter of a plan against our JSON schema. The plugin looks for the schema, and matches its patterns,
 * from the folder it runs in: anywhere else it checks nothing and says nothing.
 */
export function remarkSchema(plan) {
  const schema = relative(plan, fileURLToPath(new URL('../media/front-matter.schema.json', import.meta.url)));
  const settings = `${folder}/.cache`;
  mkdirSync(settings, { recursive: true });
  const plugins = [
    `${folder}/node_modules/remark-frontmatter/index.js`,
    [`${folder}/node_modules/remark-lint-frontmatter-schema/dist/index.js`, { schemas: { [schema]: ['**/*.md'] } }],
  ];
  writeFileSync(`${settings}/remark.json`, JSON.stringify({ plugins }));
  const options = ['--no-config', '--rc-path', `${settings}/remark.json`, '--quiet', '--no-stdout', '--frail'];
  return timed('node', [`${folder}/node_modules/remark-cli/cli.js`, '.', ...options], { cwd: plan });
}
