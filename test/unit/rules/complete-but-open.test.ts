import assert from 'node:assert/strict';
import { snapshotOf } from '../../support/plan.ts';

/** What is said of milestones of a program, on 2 November 2026. */
function said(milestones: readonly string[], config = ''): readonly string[] {
  const text = [
    '---',
    'type: program',
    'id: p',
    'owner: m',
    'milestones:',
    ...milestones.map((one) => `  - ${one}`),
    '---',
    '',
  ];
  const { findings } = snapshotOf({ 'milepost.yaml': config, 'README.md': text.join('\n') }, { today: '2026-11-02' });
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

const COMPLETE = '{ id: a, owner: m, progress: 100%, duration: 5d, due: 2026-12-01 }';
const WAITING = '{ id: b, owner: m, status: in-progress, duration: 5d, depends_on: [a] }';
const FINDING = 'complete-but-open: a is planned, but its progress is 100%: mark it as done, or say what is left';

describe('complete-but-open', () => {
  it('is the one finding where something has begun behind what is complete', () => {
    assert.deepEqual(said([COMPLETE, WAITING]), [FINDING]);
    assert.deepEqual(said([COMPLETE, WAITING], 'rules: { complete-but-open: off }'), [
      'out-of-sequence: b has started, although a, which it waits for, is still open: the forecast lets the rest of it wait',
    ]);
  });

  it('is silent where something open comes before: done, it would be called so too early', () => {
    const before = '{ id: z, owner: m, due: 2026-12-01 }';
    const waits = COMPLETE.replace(' }', ', depends_on: [z] }');
    const started = (id: string, of: string) =>
      `out-of-sequence: ${id} has started, although ${of}, which it waits for, is still open: the forecast lets the rest of it wait`;
    assert.deepEqual(said([before, waits]), [started('a', 'z')]);
    assert.deepEqual(said([before, waits, WAITING]), [started('a', 'z'), started('b', 'a')]);
    const gate = said([`${COMPLETE}\ngates:\n  - { id: G-1, owner: m, for: [a], due: 2026-12-01 }`]);
    assert.ok(!gate.some((each) => each.startsWith('complete-but-open')), gate.join('\n'));
  });

  it('is silent of what is not complete, is closed, or is overdue', () => {
    for (const fields of [
      'progress: 99%',
      'progress: checklist',
      'status: done, progress: 100%',
      'completed: 2026-10-30, progress: 100%',
    ])
      assert.deepEqual(said([`{ id: a, owner: m, ${fields} }`]), [], fields);
    const overdue = said(['{ id: a, owner: m, progress: 100%, due: 2026-10-30 }']);
    assert.deepEqual(
      overdue.map((one) => one.split(':')[0]),
      ['overdue'],
    );
  });
});
