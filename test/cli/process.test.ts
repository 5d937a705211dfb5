import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertFailure } from './assertions.ts';
import { checkSchema } from './schemas.ts';
import { CLI, folderWith, milepost, plainEnv, removeFolders } from './support.ts';

/** Starts `milepost` and collects how it ends; `with` may do something to it meanwhile. */
function start(cwd: string, args: readonly string[], options: readonly string[] = []) {
  const child = spawn(process.execPath, [...options, CLI, ...args], { cwd, env: plainEnv() });
  let stderr = '';
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  const end = new Promise<{ status: number | null; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stderr })),
  );
  return { child, end };
}

describe('milepost as a process', () => {
  after(removeFolders);

  it('says which version it is', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.deepEqual(milepost(folderWith(), '--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('writes a first plan, finds nothing in it, then something', () => {
    const folder = folderWith();
    assert.equal(milepost(folder, 'init').status, 0);
    const clean = milepost(folder, 'check', '--fail-on', 'info');
    assert.deepEqual([clean.status, clean.stderr], [0, '']);
    assert.match(clean.stdout, /^no findings in \d+ documents, \d+ items\n$/);
    assert.equal(milepost(folder, 'new', 'milestone', '--title', 'Größe', '--workstream', 'x').status, 0);
    const found = milepost(folder, 'check', '--fail-on', 'warning', '--format', 'json');
    assert.equal(found.status, 1);
    assert.deepEqual(
      checkSchema.parse(JSON.parse(found.stdout)).findings.map(({ code, item }) => [code, item?.split('/')[1]]),
      [['missing-owner', 'größe']],
    );
  });

  it('says in one line what it could not do', () => {
    assertFailure(milepost(folderWith(), 'chekc'), /there is no command "chekc": did you mean "milepost check"\?/);
  });

  it('does not wait for a pipe', function () {
    const folder = folderWith({ 'a.md': '---\ntype: milestone\nowner: maria\n---\n' });
    if (spawnSync('mkfifo', [join(folder, 'milepost.yaml')]).status !== 0) this.skip();
    assertFailure(milepost(folder, 'check'), /milepost\.yaml cannot be read: it is a pipe or device, and no file/);
    spawnSync('mkfifo', [join(folder, 'b.md')]);
    rmSync(join(folder, 'milepost.yaml'));
    assert.equal(milepost(folder, 'check').status, 0);
  });

  it('row 48: says nothing where a reader has had enough', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => `  - { id: R-${i}, impact: hgih }`).join('\n');
    const { child, end } = start(folderWith({ 'r.md': `---\ntype: register\nrisks:\n${many}\n---\n` }), ['check']);
    child.stdout.once('data', () => child.stdout.destroy());
    assert.deepEqual(await end, { status: 1, stderr: '' });
  });

  it('row 48: says so where the disk is full', function () {
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'help'], {
      env: plainEnv(),
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, 'milepost: the results cannot be written: the disk is full\n']);
  });

  it('row 48: ends with a line where it is interrupted', async function () {
    if (process.platform === 'win32') this.skip();
    const many = Array.from({ length: 1000 }, (_, i) => [`${i}.md`, '---\ntype: milestone\n---\n']);
    const folder = folderWith({
      ...Object.fromEntries(many),
      // Loaded first, it interrupts as soon as the work has begun.
      'interrupt.cjs': 'setImmediate(() => process.kill(process.pid, "SIGINT"));',
    });
    const { end } = start(folder, ['check'], ['--require', join(folder, 'interrupt.cjs')]);
    assert.deepEqual(await end, { status: 2, stderr: 'milepost: interrupted\n' });
  });
});
