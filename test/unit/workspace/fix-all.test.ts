import assert from 'node:assert/strict';
import { keepsWhole } from '../../../src/core/fixes/mends.ts';
import { readAgain } from '../../../src/core/fixes/read-again.ts';
import { parseDocument } from '../../../src/core/parse/parse-document.ts';
import { type FixAllOptions, type FixedPlan, fixAll } from '../../../src/workspace/fix-all.ts';
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

const entries = (count: number, more: (i: number) => string): string =>
  `---\ntype: program\nid: p\nowner: m\nmilestones:\n${Array.from(
    { length: count },
    (_, i) => `  - id: m${i}\n    titel: Number ${i}\n    due: 2027-11-01\n    owner: maria\n${more(i)}`,
  ).join('')}---\n`;

/** What the safe fixes make of files, how often one was read for that, and how often a host may do something else. */
function counted(files: Readonly<Record<string, string>>): {
  plan: FixedPlan;
  reads: number;
  mostBetweenPauses: number;
} {
  let reads = 0;
  let sincePause = 0;
  let mostBetweenPauses = 0;
  const steps = fixAll(snapshotOf(files), {
    accepts: () => true,
    mayWrite: () => true,
    parse(...text) {
      reads++;
      mostBetweenPauses = Math.max(mostBetweenPauses, ++sincePause);
      return parseDocument(...text);
    },
  });
  for (;;) {
    const step = steps.next();
    sincePause = 0;
    if (step.done) return { plan: step.value, reads, mostBetweenPauses };
  }
}

describe('all safe fixes of a document', () => {
  for (const count of [1, 30, 3000]) {
    it(`are tried together: ${count} are put right by reading it once`, () => {
      const { plan, reads } = counted({ 'p.md': entries(count, () => '') });
      assert.equal(plan.documents[0]?.fixed.length, count);
      assert.equal(plan.documents[0]?.after, entries(count, () => '').replaceAll('titel', 'title'));
      assert.equal(reads, 1);
    });
  }

  it('are looked at by halves where one of them is not right, with a pause after each reading', () => {
    // The status would open what its date has closed.
    const more = (i: number) => (i === 77 ? '    staus: planned\n    completed: 2026-11-02\n' : '');
    const { plan, reads, mostBetweenPauses } = counted({ 'p.md': entries(200, more) });
    assert.equal(plan.documents[0]?.after, entries(200, more).replaceAll('titel', 'title'));
    assert.equal(plan.documents[0]?.fixed.length, 200);
    assert.ok(reads <= 2 * Math.ceil(Math.log2(201)) + 2, `read ${reads} times`);
    assert.equal(mostBetweenPauses, 1);
  });

  it('are left to a person where too many of them are not right', () => {
    const more = () => '    staus: planned\n    completed: 2026-11-02\n';
    const { plan, reads } = counted({ 'p.md': entries(300, more) });
    assert.ok(reads < 120, `read ${reads} times`);
    assert.ok(!plan.documents.some(({ after }) => after.includes('status')));
  });

  it('judge a document as its plan reads it', () => {
    const files = { 'README.md': '---\ntype: program\ntitel: My plan\nowner: m\n---\n' };
    const { plan } = snapshotOf(files, { rootName: 'atlas' });
    const [document] = plan.documents;
    assert.ok(document);
    assert.equal(document.items[0]?.id, 'atlas');
    assert.equal(readAgain('README.md', document.text, plan)?.items[0]?.id, 'atlas');
    assert.deepEqual(readAgain('README.md', document.text, plan)?.problems, document.problems);
    assert.ok(keepsWhole(document, [], plan));
  });
});
