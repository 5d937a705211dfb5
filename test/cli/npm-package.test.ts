import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCliPackage } from '../../scripts/release/cli-package.ts';
import { npm, packFolder } from '../../scripts/release/npm.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { folderWith, milepost, plainEnv, type Result, removeFolders } from './support.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLE = join(ROOT, 'examples/atlas');
const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

describe('the npm package, installed into an empty folder without a network', () => {
  let folder: string;
  let installed: string;

  before(function () {
    this.timeout(60_000);
    const made = folderWith();
    writeCliPackage(ROOT, join(made, 'npm'));
    const tarball = packFolder(join(made, 'npm'), made);
    folder = folderWith({ 'package.json': '{ "private": true }' });
    // Nothing that npm has kept can stand in for what is not in the package.
    const env = { npm_config_cache: folderWith(), npm_config_userconfig: devNull, npm_config_offline: 'true' };
    npm(['install', '--no-audit', '--no-fund', tarball], folder, plainEnv(env));
    installed = join(folder, 'node_modules/milepost');
  });
  after(removeFolders);

  /** Runs the command that npm has put into the folder, with the Node of the tests. */
  function run(cwd: string, ...args: string[]): Result {
    const env = plainEnv({ PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) });
    const command = join(folder, 'node_modules/.bin/milepost');
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  it('is all that is installed', () => {
    const names = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(names, ['milepost']);
  });

  it('holds the command, its licences, its pages and the schemas, and nothing else', () => {
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));
    const isPart = (file: string): boolean => /^dist\/cli\/[a-z]+(?:-\d+)?\.cjs$/.test(file);
    assert.deepEqual(files.filter((file) => !isPart(file)).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.txt',
      'dist/cli.cjs',
      'media/front-matter.schema.json',
      'media/milepost.schema.json',
      'package.json',
    ]);
    for (const schema of files.filter((file) => file.endsWith('.schema.json')))
      assert.equal(JSON.parse(readFileSync(join(installed, schema), 'utf8')).type, 'object', schema);
    // Each command is loaded when it is asked for; the list of them always is.
    for (const { name } of COMMANDS.filter(({ name }) => name !== 'help'))
      assert.ok(files.includes(`dist/cli/${name}.cjs`), name);
    for (const code of files.filter((file) => file.endsWith('.cjs')))
      assert.doesNotMatch(readFileSync(join(installed, code), 'utf8'), /sourceMappingURL/, code);
  });

  it('has a manifest of its own: no dependencies, no scripts, nothing that only the project needs', () => {
    const { description, publishConfig, files, ...manifest } = JSON.parse(
      readFileSync(join(installed, 'package.json'), 'utf8'),
    );
    assert.ok(description && publishConfig && files);
    assert.deepEqual(manifest, {
      name: 'milepost',
      version: project.version,
      keywords: project.keywords,
      license: 'MIT',
      ...(project.repository && { repository: project.repository }),
      ...(project.homepage && { homepage: project.homepage }),
      ...(project.bugs && { bugs: project.bugs }),
      bin: { milepost: 'dist/cli.cjs' },
      engines: { node: project.engines.node },
    });
  });

  it('has a page that stands by itself, and names every command', () => {
    const page = readFileSync(join(installed, 'README.md'), 'utf8');
    assert.doesNotMatch(page, /\]\((?!https:)/);
    for (const { name } of COMMANDS) assert.ok(page.includes(`| \`milepost ${name}\` |`), name);
  });

  it('tells its version', () => {
    assert.deepEqual(run(folder, '--version'), { status: 0, stdout: `${project.version}\n`, stderr: '' });
  });

  for (const command of ['check', 'schedule', 'report'])
    it(`milepost ${command} says of the example what it says here`, () => {
      const args = [command, '--today', '2026-11-21'];
      const { status, stdout, stderr } = run(EXAMPLE, ...args);
      assert.deepEqual({ status, stdout, stderr }, milepost(EXAMPLE, ...args));
      assert.match(stdout, /go-live/);
    });

  it('makes a first plan that has no mistakes', () => {
    const plan = folderWith();
    assert.equal(run(plan, 'init', 'atlas').status, 0);
    const { status, stdout } = run(plan, 'check');
    assert.deepEqual([status, stdout.includes(' 0 items')], [0, false], stdout);
  });
});
