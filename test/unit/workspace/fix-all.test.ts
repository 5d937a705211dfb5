import assert from 'node:assert/strict';
import { type FixAllOptions, fixAll } from '../../../src/workspace/fix-all.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const fixed = (files: Readonly<Record<string, string>>, options: Partial<FixAllOptions> = {}) =>
  run(fixAll(snapshotOf(files), { accepts: () => true, mayWrite: () => true, ...options }));

const item = (id: string, lines: string): string => `---\ntype: milestone\nid: ${id}\n${lines}\n---\n`;

describe('fix all', () => {
  it('fixes what other fixes bring to light, and edits the text as it was', () => {
    const text = item('a', 'owner: m\nstaus: plannd');
    const [document] = fixed({ 'a.md': text }).documents;
    assert.equal(document?.after, item('a', 'owner: m\nstatus: planned'));
    assert.deepEqual(
      document?.edits.map(({ range, text: added }) => [text.slice(range.start, range.end), added]),
      [
        ['staus', 'status'],
        ['plannd', 'planned'],
      ],
    );
    assert.deepEqual(
      document?.fixed.map(({ finding }) => finding.code),
      ['unknown-field', 'unknown-status'],
    );
  });

  it('does not make one field of two', () => {
    const { documents } = fixed({ 'a.md': item('a', 'owner: m\nstaus: planned\nstatsu: done') });
    assert.equal(documents[0]?.after, item('a', 'owner: m\nstatus: planned\nstatsu: done'));
  });

  it('gives back a plan that knows of its history what the one before knew', () => {
    const touched = () => 20_000;
    const before = snapshotOf({ 'a.md': item('a', 'owner: @m\nstatus: in-progress') }, { touched });
    const { snapshot } = run(fixAll(before, { accepts: () => true, mayWrite: () => true }));
    assert.notEqual(snapshot, before);
    assert.equal(snapshot.touched, touched);
    assert.ok(snapshot.findings.some(({ code }) => code === 'stale'));
  });

  it('keeps to what it is told', () => {
    const files = {
      'a.md': item('a', 'owner: @m\nstaus: done'),
      'b.md': item('b', 'owner: @m\nstaus: done'),
    };
    const { documents } = fixed(files, {
      accepts: ({ code }) => code === 'yaml-surprise',
      mayWrite: (path) => path === 'b.md',
    });
    assert.deepEqual(
      documents.map(({ path, after }) => [path, after]),
      [['b.md', item('b', 'owner: "@m"\nstaus: done')]],
    );
  });

  it('does nothing where it cannot be sure', () => {
    const plan = {
      'p.md':
        '---\ntype: program\nid: p\nowner: m\nmilestones:\n  - { id: api-1, owner: m }\n  - { id: api-2, owner: m }\n  - { id: b, owner: m, depends_on: [api-3], due: 31.12.2026 }\n---\n',
    };
    assert.deepEqual(fixed(plan).documents, []);
  });
});
