import assert from 'node:assert/strict';
import { objectiveProgress } from '../../../src/core/objectives/objective-progress.ts';
import { objectiveDetails, objectiveText } from '../../../src/core/views/objectives/objective-words.ts';
import { snapshotOf } from '../../support/plan.ts';

/** How far the objective of some fields has come, in a plan with a few milestones and a metric. */
function progressOf(lines: string) {
  const snapshot = snapshotOf({
    'README.md': `---
type: program
id: atlas
owner: maria
milestones:
  - { id: freeze, owner: maria, due: 2026-11-06, status: done, completed: 2026-11-06 }
  - { id: go-live, owner: maria, start: 2026-11-23, duration: 30d, due: 2026-12-11 }
  - { id: half, owner: maria, due: 2026-12-11, progress: 50% }
  - { id: gone, owner: maria, status: cancelled }
metrics:
  - id: coverage
    owner: maria
    title: Test coverage
    unit: "%"
    target: 90
    samples: [{ date: 2026-10-01, value: 60 }, { date: 2026-11-20, value: 75 }]
objectives:
  - id: O-1
    owner: dana
${lines.replaceAll(/^/gm, '    ')}
---
`,
  });
  const [item] = snapshot.plan.ofType('objective');
  assert.ok(item);
  const progress = objectiveProgress(item, snapshot);
  return { progress, text: objectiveText(progress), details: objectiveDetails(progress, snapshot) };
}

describe('the progress of an objective', () => {
  it('is that of its key results, with what they are measured by', () => {
    const { progress, text, details } = progressOf(`key_results:
  - { id: KR-1, title: Payments booked twice, start: 20, target: 0, current: 5, unit: a month }
  - { id: KR-2, metric: coverage }
  - { title: Sites migrated, target: 40, current: 10 }
  - { title: Complaints, target: 0, current: 12 }
delivered_by: [freeze, half, gone]`);
    assert.equal(progress.share?.toFixed(3), ((0.75 + 0.5 + 0.25) / 3).toFixed(3));
    assert.equal(text, '50 %, 1 of 2 delivered');
    assert.deepEqual(details, [
      'Progress: 50 %, 1 of 2 milestones done',
      'KR-1 Payments booked twice: 5, to get to 0 a month (75 %)',
      'KR-2 Test coverage: 75, to get to 90 % (50 %)',
      'Sites migrated: 10, to get to 40 (25 %)',
      'Complaints: 12, to get to 0',
    ]);
  });

  it('is that of what delivers it where nothing is measured, and says what makes it late', () => {
    const { text, details } = progressOf('due: 2026-12-18\ndelivered_by: [freeze, half, go-live]');
    assert.equal(text, '50 %, 1 of 3 delivered');
    assert.deepEqual(details, [
      'Progress: 50 %, 1 of 3 milestones done',
      'go-live is forecast for 1 Jan 2027, 10 working days after O-1 is due (not before its own start, 23 Nov)',
    ]);
  });

  it('names a milestone that is late by its own date where the objective has none', () => {
    assert.match(progressOf('delivered_by: [go-live]').details.at(-1) as string, /^go-live .* 15 working days late/);
  });

  it('is at its target only when it is, and beyond both ends neither more nor less', () => {
    const share = (result: string) => progressOf(`key_results: [${result}]`).progress.keyResults[0]?.share;
    assert.equal(share('{ title: a, start: 0, target: 10, current: 12 }'), 1);
    assert.equal(share('{ title: a, start: 10, target: 0, current: 12 }'), 0);
    assert.equal(share('{ title: a, target: 0, current: 0 }'), 1);
    assert.equal(share('{ title: a, start: 5, target: 5, current: 5 }'), 1);
    assert.equal(share('{ title: a, start: 5, target: 5, current: 4 }'), undefined);
    assert.equal(share('{ title: a, target: 5 }'), undefined);
    assert.equal(progressOf('key_results: [{ title: a, target: 1000, current: 999 }]').text, '99 %');
  });

  it('is unknown where nothing says it', () => {
    assert.equal(progressOf('due: 2026-12-18').text, '');
    assert.deepEqual(progressOf('due: 2026-12-18').details, []);
    assert.equal(progressOf('key_results: [{ metric: nowhere }]').text, '');
  });
});
