import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../../src/core/blocks/fingerprint.ts';
import { assertFailure } from './assertions.ts';
import { syncSchema } from './schemas.ts';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const PLAN = `---
type: program
id: atlas
owner: maria
milestones:
  - { id: cutover, title: Cut | over, owner: maria, due: 2026-12-01 }
---
`;

const TABLE = `
| Milestone | Title | Owner | Due | Forecast | Slip | Status |
| --- | --- | --- | --- | --- | --- | --- |
| [cutover](../atlas.md) | Cut \\| over | maria | 2026-12-01 | 2026-12-01 | 0d | planned, critical |

`;

const head = 'type: register\n';
const page = (content: string, date: string, rest = ''): string =>
  `---\n${head}---\n\nBefore.  \n\n<!-- milepost milestones -->\n${content}<!-- /milepost${date} -->\n\nAfter, without an end${rest}`;

describe('milepost sync', () => {
  after(removeFolders);

  const folder = (pages: Record<string, string | Buffer>): string => folderWith({ 'atlas.md': PLAN, ...pages });
  const read = (root: string, path = 'pages/status.md'): string => readFileSync(join(root, path), 'utf8');

  it('writes blocks and dates them, and then has nothing to do', async () => {
    const root = folder({ 'pages/status.md': page('', '') });
    const first = await milepost(root, 'sync');
    assert.equal(first.stdout, 'pages/status.md\n  7:1  milestones  updated\n\n1 block updated in 1 file\n');
    assert.deepEqual([first.stderr, first.status], ['', 0]);
    assert.equal(read(root), page(TABLE, ' 2026-11-21'));
    const second = await milepost(root, 'sync', '--today', '2026-11-24');
    assert.deepEqual([second.stdout, second.status], ['1 block up to date\n', 0]);
    assert.equal(read(root), page(TABLE, ' 2026-11-21'));
    assert.deepEqual(readdirSync(join(root, 'pages')), ['status.md']);
  });

  it('keeps every byte outside of the blocks: line ends, byte order mark, permissions', async () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const as = (text: string): string => `\ufeff${text.replaceAll('\n', newline)}`;
      const root = folder({ 'pages/status.md': as(page('old\n', ' 2026-11-01', '   ')) });
      chmodSync(join(root, 'pages/status.md'), 0o640);
      assert.equal((await milepost(root, 'sync')).status, 0);
      assert.equal(read(root), as(page(TABLE, ' 2026-11-21', '   ')));
      assert.equal(statSync(join(root, 'pages/status.md')).mode & 0o777, 0o640);
    }
  });

  it('indents a block in a list as the list wants it', async () => {
    const text = `---\n${head}---\n- One\n\n  <!-- milepost risks -->\n  <!-- /milepost -->\n\n- Two\n`;
    const root = folder({ 'pages/status.md': text });
    await milepost(root, 'sync');
    assert.equal(
      read(root),
      text.replace('risks -->\n  <!-- /milepost', 'risks -->\n\n  No risks.\n\n  <!-- /milepost 2026-11-21'),
    );
  });

  it('leaves what differs in spacing alone, date and all', async () => {
    const spaced = TABLE.replaceAll(' | ', '   |  ').replaceAll('---', ':---').replaceAll(':---', '-----');
    for (const content of [spaced, TABLE.trim().concat('\n'), `${TABLE.replaceAll('\n', '  \n')}\n\n`]) {
      const root = folder({ 'pages/status.md': page(content, ' 2026-11-20') });
      assert.equal((await milepost(root, 'sync')).stdout, '1 block up to date\n');
      assert.equal(read(root), page(content, ' 2026-11-20'));
    }
  });

  it('only dates a block that says what today gives, but not what its date would', async () => {
    const done = PLAN.replace('due: 2026-12-01', 'due: 2026-11-01');
    const root = folderWith({ 'atlas.md': done, 'pages/status.md': page('', '') });
    await milepost(root, 'sync', '--today', '2026-11-24');
    const late = read(root);
    const early = late.replace(' 2026-11-24 -->', ' 2026-10-01 -->');
    writeFileSync(join(root, 'pages/status.md'), early);
    assert.equal((await milepost(root, 'sync', '--check', '--today', '2026-11-24')).status, 1);
    await milepost(root, 'sync', '--today', '2026-11-24');
    assert.equal(read(root), late);
    assert.equal((await milepost(root, 'sync', '--check', '--today', '2026-11-24')).status, 0);
  });

  it('--check writes nothing, and fails where the plan has changed, not where a day has passed', async () => {
    const root = folder({ 'pages/status.md': page(TABLE, ' 2026-11-20') });
    const later = await milepost(root, 'sync', '--check', '--today', '2027-05-01');
    assert.deepEqual([later.stdout, later.status], ['1 block up to date\n', 0]);
    writeFileSync(join(root, 'atlas.md'), PLAN.replace('2026-12-01', '2026-12-02'));
    const check = await milepost(root, 'sync', '--check');
    assert.equal(
      check.stdout,
      'pages/status.md\n  7:1  milestones  is outdated, the plan as of 2026-11-20 gives something else\n\n1 block outdated in 1 file\n',
    );
    assert.equal(check.status, 1);
    assert.equal(read(root), page(TABLE, ' 2026-11-20'));
  });

  it('--dry-run writes nothing, and prints a patch that git takes', async () => {
    const root = folder({ '.git/HEAD': 'ref: refs/heads/x\n', 'pages/status.md': page('', '') });
    const dry = await milepost(root, 'sync', '--dry-run');
    assert.equal(read(root), page('', ''));
    assert.match(dry.stderr, /1 block updated in 1 file: nothing is written/);
    writeFileSync(join(root, 'patch'), dry.stdout);
    execFileSync('git', ['apply', 'patch'], { cwd: root, env: { ...process.env, GIT_DIR: undefined } });
    assert.equal(read(root), page(TABLE, ' 2026-11-21'));
  });

  it('takes files and folders, and leaves the others alone', async () => {
    const root = folder({ 'pages/status.md': page('', ''), 'other.md': page('', '') });
    await milepost(root, 'sync', 'other.md');
    assert.equal(read(root), page('', ''));
    assert.notEqual(read(root, 'other.md'), page('', ''));
    assertFailure(await milepost(root, 'sync', 'nowhere.md'), /nowhere\.md/);
  });

  it('names what cannot be generated, leaves it as it is, and does the rest', async () => {
    const bad = '<!-- milepost riskz -->\nmine\n<!-- /milepost -->\n\n<!-- milepost risks -->\n';
    const root = folder({ 'pages/status.md': `${page('', '')}\n\n${bad}` });
    const { stdout, status } = await milepost(root, 'sync');
    assert.match(stdout, /riskz {2}there is no view "riskz": did you mean risks\?/);
    assert.match(stdout, /risks {2}this live block is not closed/);
    assert.match(stdout, /1 block updated in 1 file, 2 that cannot be generated/);
    assert.equal(status, 1);
    assert.equal(read(root), `${page(TABLE, ' 2026-11-21')}\n\n${bad}`);
  });

  it('leaves words in a part with a fingerprint as they are, in what is no report any more too', async () => {
    const mark = ` 2026-11-21 ${fingerprintOf(TABLE)}`;
    const spoken = page(`${TABLE}We celebrate!\n`, mark);
    const root = folder({ 'pages/status.md': spoken });
    const { stdout, status } = await milepost(root, 'sync');
    assert.match(stdout, /7:1 {2}milestones {2}somebody has written in the part "milestones": it is left as it is/);
    assert.equal(status, 1);
    await milepost(root, 'fix');
    assert.equal(read(root), spoken);
    writeFileSync(
      join(root, 'pages/status.md'),
      page(TABLE.replace('Cut', 'Old'), ` 2026-11-21 ${fingerprintOf(TABLE.replace('Cut', 'Old'))}`),
    );
    assert.equal((await milepost(root, 'sync')).status, 0);
    assert.equal(read(root), page(TABLE, ' 2026-11-21'));
  });

  it('counts parts of reports as left alone, and says where a report of today would say something else', async () => {
    const part = '<!-- milepost next -->\n<!-- /milepost -->\n';
    const report = (day: string): string => `---\ntype: update\ndate: ${day}\n---\n\n${part}`;
    const root = folder({
      'pages/status.md': page(TABLE, ' 2026-11-20'),
      'updates/old.md': report('2026-11-14'),
      'updates/my report.md': report('2026-11-21'),
    });
    const left = '1 block up to date, 2 parts of reports left as they are\n';
    const behind =
      'updates/my report.md\n  this report of today would say something else now: "milepost report \'updates/my report.md\'" writes its parts anew\n\n';
    const first = await milepost(root, 'sync', '--check');
    assert.deepEqual([first.stdout, first.status], [`${behind}${left}`, 0]);
    const json = async (...args: string[]) =>
      syncSchema.parse(JSON.parse((await milepost(root, 'sync', '--format', 'json', ...args)).stdout));
    const { summary, files } = await json('--check');
    assert.deepEqual([summary.blocks, summary.current, summary.records, summary.outdated], [3, 1, 2, 0]);
    assert.deepEqual(
      files.map(({ file, behind, blocks }) => [file, behind, blocks[0]?.outcome]),
      [
        ['pages/status.md', false, 'current'],
        ['updates/my report.md', true, 'record'],
        ['updates/old.md', false, 'record'],
      ],
    );
    assert.match((await milepost(root, 'sync', '--dry-run')).stderr, /my report\.md: this report of today would/);
    assert.equal((await milepost(root, 'report', 'updates/my report.md')).status, 0);
    assert.equal((await milepost(root, 'sync', '--check')).stdout, left);
    // The plan moves on.
    writeFileSync(join(root, 'atlas.md'), PLAN.replace('2026-12-01', '2026-12-02'));
    assert.ok((await milepost(root, 'sync')).stdout.includes(behind));
    const again = read(root, 'updates/my report.md');
    writeFileSync(join(root, 'updates/my report.md'), again.replace('| Milestone |', '| Milestones |'));
    assert.equal((await milepost(root, 'sync', '--check')).stdout, left);
    writeFileSync(join(root, 'updates/my report.md'), again);
    assert.equal((await json('updates')).files.filter((file) => file.behind).length, 1);
    assert.equal((await milepost(root, 'sync', '--today', '2026-11-22')).stdout, left);
    assert.equal((await milepost(root, 'sync', 'updates/old.md')).stdout, '1 part of a report left as it is\n');
    assert.equal(read(root, 'updates/old.md'), report('2026-11-14'));
  });

  it('is JSON for programs', async () => {
    const root = folder({ 'pages/status.md': page('', '') });
    const checked = syncSchema.parse(JSON.parse((await milepost(root, 'sync', '--check', '--format', 'json')).stdout));
    assert.deepEqual([checked.written, checked.summary.outdated, checked.files[0]?.patch], [false, 1, null]);
    const dry = syncSchema.parse(JSON.parse((await milepost(root, 'sync', '--dry-run', '--format', 'json')).stdout));
    assert.match(dry.files[0]?.patch ?? '', /^diff --git a\/pages\/status\.md/);
    const done = syncSchema.parse(JSON.parse((await milepost(root, 'sync', '--format', 'json')).stdout));
    assert.deepEqual([done.written, done.summary.updated, done.files[0]?.blocks[0]?.outcome], [true, 1, 'updated']);
    const again = syncSchema.parse(JSON.parse((await milepost(root, 'sync', '--format', 'json')).stdout));
    assert.deepEqual([again.summary.updated, again.summary.current], [0, 1]);
  });

  it('tells what it has written where another file cannot be written', async () => {
    const root = folder({ 'pages/a.md': page('', ''), 'pages/b.md': page('', ''), 'pages/c.md': page('', '') });
    // Where the new text would be written first, something else is in the way.
    mkdirSync(join(root, `pages/.b.md.${process.pid}.tmp`));
    const { status, stdout, stderr } = await milepost(root, 'sync');
    assert.equal(status, 2);
    assert.equal(stdout, 'pages/a.md\n  7:1  milestones  updated\n\n1 block updated in 1 file\n');
    assert.match(stderr, /^milepost: "pages\/b\.md" cannot be written: .*; 1 more file left as before\n$/);
    assert.equal(read(root, 'pages/a.md'), page(TABLE, ' 2026-11-21'));
    assert.deepEqual([read(root, 'pages/b.md'), read(root, 'pages/c.md')], [page('', ''), page('', '')]);
  });

  it('never writes through a link, nor what is not UTF-8, nor in a conflict', async () => {
    const outside = folderWith({ 'status.md': page('', '') });
    const root = folder({
      'latin.md': Buffer.from(page('', '', ' caf\xe9'), 'latin1'),
      'conflict.md': page('', '').replace(head, `${head}<<<<<<< a\nowner: x\n=======\nowner: y\n>>>>>>> b\n`),
    });
    symlinkSync(join(outside, 'status.md'), join(root, 'link.md'));
    const before = readFileSync(join(root, 'latin.md'));
    await milepost(root, 'sync');
    assert.deepEqual(readFileSync(join(root, 'latin.md')), before);
    assert.match(read(root, 'conflict.md'), /milestones -->\n<!-- \/milepost -->/);
    assert.equal(read(outside, 'status.md'), page('', ''));
  });
});
