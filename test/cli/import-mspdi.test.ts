import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const HARBOUR = readFileSync(new URL('../fixtures/import/project.xml', import.meta.url), 'utf8');

describe('milepost import of a project of MS Project', () => {
  after(removeFolders);

  it('writes a plan that has no errors, and says what is left out', async () => {
    const folder = folderWith({ 'harbour.xml': HARBOUR });
    const { status, stdout, stderr } = await milepost(folder, 'import', 'harbour.xml');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /task 9: it waits for a task of another project: left out/);
    assert.match(stderr, /^milepost: 2 workstreams and 8 milestones are written\. Next: /);
    const readme = readFileSync(join(folder, 'harbour', 'README.md'), 'utf8');
    assert.match(readme, /^---\ntype: program\nid: harbour-gate\ntitle: Harbour gate\nstart: 2026-11-02\n/);
    const checked = await milepost(join(folder, 'harbour'), 'check', '--no-git', '--fail-on', 'error');
    assert.equal(checked.status, 0, checked.stdout);
  });

  it('says in one line why a file is none, and writes nothing', async () => {
    const folder = folderWith({
      'broken.xml': '<Project>\n<Tasks><Task></Project>',
      'doctype.xml': '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<Project>&x;</Project>',
      'harbour.xml': HARBOUR,
    });
    const fails = async (expected: RegExp, ...args: string[]): Promise<void> => {
      const { status, stdout, stderr } = await milepost(folder, 'import', ...args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, expected);
      assert.equal(stderr.trim().split('\n').length, 1);
    };
    await fails(/"broken\.xml" cannot be imported: line 2, column \d+: it is no XML/, 'broken.xml');
    await fails(/"doctype\.xml" cannot be imported: line 1: it has a document type/, 'doctype.xml');
    await fails(/it is XML, and no table/, 'harbour.xml', '--dates', 'dmy');
    for (const name of ['broken', 'doctype', 'harbour']) assert.ok(!existsSync(join(folder, name)));
  });
});
