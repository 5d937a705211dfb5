import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeAll } from '../../src/cli/plan/write-all.ts';
import { writeChanged } from '../../src/cli/plan/write-changed.ts';
import { assertFailure } from './assertions.ts';
import { fixSchema } from './schemas.ts';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const PLAN = `---
type: program
id: atlas
owner: maria
staus: actve
milestones:
  - { id: cutover, owner: @maria, due: 2026-11-01 }
  - id: go
    titel: Go: live   # soon
    owner: maria
    depends_on: [cutovr]
---

See [[cutovr]].
`;

const FIXED = `---
type: program
id: atlas
owner: maria
status: active
milestones:
  - { id: cutover, owner: "@maria", due: 2026-11-01 }
  - id: go
    title: "Go: live"   # soon
    owner: maria
    depends_on: [cutover]
---

See [[cutover]].
`;

describe('milepost fix', () => {
  after(removeFolders);

  it('puts right what can only be meant one way, and lists what a person has to decide', async () => {
    const folder = folderWith({ 'plans/atlas.md': PLAN });
    const first = await milepost(folder, 'fix');
    assert.equal(first.stderr, '');
    assert.equal(
      first.stdout,
      [
        'plans/atlas.md',
        '   5:1    Change to status  unknown-field',
        '   5:9    Change to active  unknown-status',
        '   7:27   Put the value in quotes  yaml-surprise',
        '   9:5    Change to title  unknown-field',
        '   9:12   Put the value in quotes  yaml-surprise',
        '  11:18   Change to cutover  unknown-reference',
        '  14:7    Change to cutover  broken-mention',
        '',
        'To be decided by a person',
        '',
        'plans/atlas.md',
        '  7:42   Mark cutover as done today · Move the due date of cutover to 2026-11-21, its forecast  overdue',
        '',
        '7 findings fixed in 1 file, 1 left with a choice to make, 1 of these came to light only now',
        '',
      ].join('\n'),
    );
    assert.equal(first.status, 0);
    assert.equal(readFileSync(join(folder, 'plans/atlas.md'), 'utf8'), FIXED);
    const second = await milepost(folder, 'fix');
    assert.match(second.stdout, /\nnothing to fix without a decision, 1 left with a choice to make\n$/);
    assert.equal(readFileSync(join(folder, 'plans/atlas.md'), 'utf8'), FIXED);
    assert.deepEqual(readdirSync(join(folder, 'plans')), ['atlas.md']);
  });

  it('--dry-run writes nothing, and prints a patch that git takes', async () => {
    const folder = folderWith({ '.git/HEAD': 'ref: refs/heads/x\n', 'plans/an "odd" näme.md': PLAN });
    const path = join(folder, 'plans/an "odd" näme.md');
    const { stdout, stderr, status } = await milepost(join(folder, 'plans'), 'fix', '--dry-run');
    assert.equal(status, 0);
    assert.match(
      stderr,
      /^milepost: 7 findings fixed in 1 file, 1 left with a choice to make, 1 of these came to light only now: nothing is written\n$/,
    );
    assert.equal(readFileSync(path, 'utf8'), PLAN);
    assert.match(stdout, /^@@ -2,13 \+2,13 @@$/m);
    writeFileSync(join(folder, 'fix.patch'), stdout);
    execFileSync('git', ['apply', '--unsafe-paths', 'fix.patch'], {
      cwd: folder,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: join(folder, '..'), GIT_DIR: join(folder, 'none') },
    });
    assert.equal(readFileSync(path, 'utf8'), FIXED);
  });

  it('tells programs the same', async () => {
    const folder = folderWith({ 'atlas.md': PLAN });
    const dry = fixSchema.parse(JSON.parse((await milepost(folder, 'fix', '--dry-run', '--format', 'json')).stdout));
    assert.deepEqual(
      [dry.written, dry.summary],
      [false, { files: 1, fixes: 7, left: 1, found: 7, gone: 0, new: 1, byHand: 0 }],
    );
    assert.match(dry.files[0]?.patch ?? '', /^diff --git a\/atlas\.md b\/atlas\.md\n/);
    assert.equal(readFileSync(join(folder, 'atlas.md'), 'utf8'), PLAN);
    const done = fixSchema.parse(JSON.parse((await milepost(folder, 'fix', '--format', 'json')).stdout));
    assert.deepEqual([done.written, done.files[0]?.patch], [true, null]);
    assert.deepEqual(done.files[0]?.fixes[0], {
      code: 'unknown-field',
      item: 'atlas',
      range: { start: { line: 5, column: 1 }, end: { line: 5, column: 6 } },
      title: 'Change to status',
    });
    assert.deepEqual(
      done.left.map(({ code, item, file }) => [code, item, file]),
      [['overdue', 'atlas/cutover', 'atlas.md']],
    );
    assert.equal(readFileSync(join(folder, 'atlas.md'), 'utf8'), FIXED);
  });

  it('counts so that it adds up to what check finds before and after', async () => {
    const found = async (folder: string): Promise<number> =>
      JSON.parse((await milepost(folder, 'check', '--format', 'json', '--no-git')).stdout).findings.length;
    for (const [files, told] of [
      [{ 'atlas.md': PLAN }, /^7 findings fixed .*, 1 left with a choice to make, 1 of these came to light only now$/m],
      [
        {
          'a.md':
            '---\ntype: program\nid: p\nownr: mara\nmilestones:\n  - { id: a, owner: chen, due: 2027-02-30 }\n---\n',
        },
        /^1 finding fixed in 1 file, 1 more gone with it, 1 left to mend by hand$/m,
      ],
      // As many are gone with what was fixed as come to light because of it: neither makes up for the other.
      [
        {
          'a.md':
            '---\ntype: program\nid: p\nownr: mara\nmilestones:\n  - { id: first, owner: chen, due: 2027-02-10 }\n' +
            '  - { id: next, owner: chen, due: 2027-02-01, depends_on: [frist] }\n---\n',
        },
        /^2 findings fixed in 1 file, 1 more gone with them, 1 left to mend by hand, 1 of these came to light only now$/m,
      ],
    ] as const) {
      const folder = folderWith(files);
      const before = await found(folder);
      const { stdout } = await milepost(folder, 'fix', '--dry-run', '--no-git', '--format', 'json');
      const { summary } = fixSchema.parse(JSON.parse(stdout));
      assert.equal(summary.found, before);
      assert.match((await milepost(folder, 'fix', '--no-git')).stdout, told);
      const after = await found(folder);
      assert.equal(after, summary.left + (summary.byHand ?? 0));
      assert.equal(before + (summary.new ?? 0), summary.fixes + (summary.gone ?? 0) + after);
    }
  });

  it('keeps to the rules and the paths that are named', async () => {
    const bad = '---\ntype: milestone\nid: ID\nowner: @maria\nstaus: planned\n---\n';
    const folder = folderWith({
      'a/a.md': bad.replace('ID', 'a'),
      'a/b.md': bad.replace('ID', 'b'),
      'ab/c.md': bad.replace('ID', 'c'),
    });
    const text = (path: string) => readFileSync(join(folder, path), 'utf8');
    await milepost(folder, 'fix', 'a', '--rule', 'yaml-surprise, stale');
    assert.match(text('a/a.md'), /^owner: "@maria"\nstaus: planned$/m);
    assert.match(text('a/b.md'), /^owner: "@maria"\nstaus: planned$/m);
    assert.match(text('ab/c.md'), /^owner: @maria\nstaus: planned$/m);
    await milepost(folder, 'fix', 'a/a.md');
    assert.match(text('a/a.md'), /^owner: "@maria"\nstatus: planned$/m);
    assert.match(text('a/b.md'), /^owner: "@maria"\nstaus: planned$/m);
    assertFailure(await milepost(folder, 'fix', '--rule', 'yaml-suprise'), /did you mean yaml-surprise\?/);
    assertFailure(await milepost(folder, 'fix', 'nope.md'), /"nope\.md" cannot be checked/);
  });

  it('moves no date, closes nothing, creates nothing, and silences nothing', async () => {
    const files = {
      'atlas.md': [
        '---',
        'type: program',
        'id: atlas',
        'owner: m',
        'start: 2026-11-02',
        'target: 2026-12-01',
        'milestones:',
        '  - { id: a, owner: m, duration: 60d, expected: 2026-11-24, depends_on: [ghost] }',
        '  - { id: b, due: 2026-11-13, depends_on: [a, c] }',
        '  - { id: c, owner: m, status: cancelled, due: 31.12.2026 }',
        '  - { id: d, owner: m, depends_on: e }',
        '  - { id: e, owner: m, depends_on: d }',
        '  - { id: e, owner: m }',
        '  - { id: f, owner: m, status: doen }',
        '  - { id: g, owner: m, staus: done, depends_on: [gamma] }',
        '  - { id: gamme, owner: m }',
        'issues:',
        '  - { id: I-1, owner: m, status: unresolved }',
        '---',
        '',
      ].join('\n'),
    };
    const folder = folderWith(files);
    const { status, stdout } = await milepost(folder, 'fix');
    assert.equal(status, 0);
    assert.match(stdout, /nothing to fix without a decision, [1-9]\d* left/);
    assert.equal(readFileSync(join(folder, 'atlas.md'), 'utf8'), files['atlas.md']);
    assert.deepEqual(readdirSync(folder), ['atlas.md']);
  });

  it('row 31: keeps byte order marks, line ends, comments and a missing last line break', async () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const of = (text: string) => `\ufeff${text.replace(/\n$/, '').replaceAll('\n', newline)}`;
      const folder = folderWith({ 'atlas.md': of(PLAN) });
      await milepost(folder, 'fix');
      assert.equal(readFileSync(join(folder, 'atlas.md'), 'utf8'), of(FIXED));
    }
  });

  it('row 27: writes to no file that is not UTF-8', async () => {
    const latin1 = Buffer.concat([Buffer.from(PLAN), Buffer.from('Gr\xfc\xdfe\n', 'latin1')]);
    const utf16 = Buffer.from(`\ufeff${PLAN}`, 'utf16le');
    const folder = folderWith({ 'atlas.md': latin1, 'wide.md': utf16 });
    const { status, stdout, stderr } = await milepost(folder, 'fix');
    assert.equal(status, 2);
    assert.equal(stderr, 'milepost: atlas.md is left as it was: it is not UTF-8\n');
    assert.match(stdout, /^Not written\n {2}atlas\.md {2}"atlas\.md" is not UTF-8\n/);
    assert.deepEqual(readFileSync(join(folder, 'atlas.md')), latin1);
    assert.deepEqual(readFileSync(join(folder, 'wide.md')), utf16);
  });

  it('row 28: leaves a file alone while a merge conflict is in it', async () => {
    const text = PLAN.replace('owner: maria\n', '<<<<<<< HEAD\nowner: maria\n=======\nowner: chen\n>>>>>>> b\n');
    const folder = folderWith({ 'atlas.md': text });
    const { stdout } = await milepost(folder, 'fix');
    assert.match(stdout, /Accept the first side, of HEAD · Accept the second side, of b {2}merge-conflict/);
    assert.equal(readFileSync(join(folder, 'atlas.md'), 'utf8'), text);
  });

  it('tells what it has written, and what it has not, where a file cannot be written', async () => {
    const files = {
      'a.md': PLAN,
      'b.md': PLAN.replace('id: atlas', 'id: beta'),
      'c.md': PLAN.replace('atlas', 'gamma'),
    };
    for (const format of ['text', 'json']) {
      const folder = folderWith(files);
      // Where the new text would be written first, something else is in the way.
      mkdirSync(join(folder, `.b.md.${process.pid}.tmp`));
      const { status, stdout, stderr } = await milepost(folder, 'fix', '--format', format);
      assert.equal(status, 2);
      assert.match(stderr, /^milepost: "b\.md" cannot be written: /);
      const text = (path: string) => readFileSync(join(folder, path), 'utf8');
      assert.equal(text('a.md'), FIXED);
      assert.deepEqual([text('b.md'), text('c.md')], [files['b.md'], files['c.md']]);
      if (format === 'json') {
        const done = fixSchema.parse(JSON.parse(stdout));
        assert.deepEqual(
          [done.files.map(({ file }) => file), done.unwritten.map(({ file }) => file)],
          [['a.md'], ['b.md', 'c.md']],
        );
        assert.deepEqual([...new Set(done.left.map(({ file }) => file))], ['a.md']);
      } else {
        assert.match(stdout, /\nNot written\n {2}b\.md {2}.* cannot be written: .*\n {2}c\.md {2}/);
        assert.match(stdout, /\n7 findings fixed in 1 file, 2 files not written, 1 left with a choice to make\n$/);
      }
    }
  });

  it('keeps the permissions of a file', async () => {
    const folder = folderWith({ 'atlas.md': PLAN });
    chmodSync(join(folder, 'atlas.md'), 0o640);
    await milepost(folder, 'fix');
    assert.equal(statSync(join(folder, 'atlas.md')).mode & 0o777, 0o640);
  });
});

describe('a file that is changed', () => {
  after(removeFolders);

  it('row 33: is left alone where somebody else has changed it since it was read', () => {
    const folder = folderWith({ 'a.md': 'newer' });
    assert.equal(writeChanged(folder, 'a.md', 'known', 'fixed'), false);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'newer');
    assert.equal(writeChanged(folder, 'a.md', 'newer', 'fixed'), true);
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'fixed');
    assert.deepEqual(readdirSync(folder), ['a.md']);
  });

  it('is none where another one cannot be written, which is found first', () => {
    const folder = folderWith({ 'a.md': 'A', 'c.md': 'C' });
    const change = (path: string) => ({ path, before: path[0]?.toUpperCase() ?? '', after: 'x' });
    const { written, failed } = writeAll(folder, ['a.md', 'b.md', 'c.md'].map(change));
    assert.deepEqual(written, []);
    assert.deepEqual(
      failed.map(({ change: { path }, failure }) => [
        path,
        /"b\.md" cannot be written: it does not exist$/.test(failure.message),
      ]),
      [
        ['a.md', true],
        ['b.md', true],
        ['c.md', true],
      ],
    );
    assert.equal(readFileSync(join(folder, 'a.md'), 'utf8'), 'A');
  });

  it('leaves the others to be read again where it has changed meanwhile', () => {
    const folder = folderWith({ 'a.md': 'A', 'b.md': 'newer' });
    const change = (path: string) => ({ path, before: 'A', after: 'x' });
    const [a, b] = [change('a.md'), change('b.md')];
    assert.deepEqual(writeAll(folder, [a, b]), { written: [a], outdated: [b], failed: [] });
  });

  it('is written in place where it has other names, which stay names of the same file', function () {
    const folder = folderWith({ 'a.md': 'a long text', 'b.md': 'short' });
    try {
      linkSync(join(folder, 'a.md'), join(folder, 'other.txt'));
      linkSync(join(folder, 'b.md'), join(folder, 'more.txt'));
    } catch {
      this.skip();
    }
    assert.equal(writeChanged(folder, 'a.md', 'a long text', 'ä'), true);
    assert.equal(writeChanged(folder, 'b.md', 'short', 'much longer'), true);
    assert.equal(writeChanged(folder, 'b.md', 'short', 'late'), false);
    assert.deepEqual(
      ['other.txt', 'more.txt'].map((name) => readFileSync(join(folder, name), 'utf8')),
      ['ä', 'much longer'],
    );
    assert.equal(statSync(join(folder, 'a.md')).ino, statSync(join(folder, 'other.txt')).ino);
    assert.deepEqual(readdirSync(folder).sort(), ['a.md', 'b.md', 'more.txt', 'other.txt']);
  });

  it('row 34: is not made where there is none', () => {
    const folder = folderWith();
    assert.throws(() => writeChanged(folder, 'a.md', '', 'x'), { name: 'Failure', message: /does not exist/ });
    assert.deepEqual(readdirSync(folder), []);
  });

  it('row 35: is never one outside of the root, nor behind a link, nor of git or the editor', function () {
    const outside = folderWith({ 'secret.md': 'x', 'plan/a.md': 'x', 'plan/.git/b.md': 'x', 'plan/.vscode/c.md': 'x' });
    const root = join(outside, 'plan');
    const refused = (path: string, message: RegExp) =>
      assert.throws(() => writeChanged(root, path, 'x', 'y'), { name: 'Failure', message });
    refused('../secret.md', /is outside of/);
    refused('a/../../secret.md', /does not exist|is outside of/);
    refused('.git/b.md', /is in a folder of git or of the editor/);
    refused('.vscode/c.md', /is in a folder of git or of the editor/);
    mkdirSync(join(outside, 'other'));
    writeFileSync(join(outside, 'other/d.md'), 'x');
    try {
      symlinkSync(join(outside, 'other'), join(root, 'linked'));
      symlinkSync(join(outside, 'secret.md'), join(root, 'e.md'));
    } catch {
      this.skip();
    }
    refused('linked/d.md', /leads, through a link, out of /);
    refused('e.md', /is no file, but a link/);
    symlinkSync(join(root, '.git'), join(root, 'milestones'));
    refused('milestones/b.md', /leads, through a link, into a folder of git/);
    assert.equal(readFileSync(join(outside, 'secret.md'), 'utf8'), 'x');
    assert.equal(readFileSync(join(outside, 'other/d.md'), 'utf8'), 'x');
  });
});
