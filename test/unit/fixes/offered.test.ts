import assert from 'node:assert/strict';
import { isSound, proposedFixes } from '../../../src/core/fixes/fixes-for.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { fixesFor } from '../../support/fixes.ts';
import { snapshotOf } from '../../support/plan.ts';

/** A snapshot that counts how often a document of its plan is read again: each time the name of the root is needed. */
function counting(snapshot: Snapshot): { snapshot: Snapshot; reads: () => number } {
  let reads = 0;
  const { plan } = snapshot;
  const input = {
    ...plan.parts.input,
    get rootName() {
      reads++;
      return plan.parts.input.rootName;
    },
  };
  return { snapshot: { ...snapshot, plan: { ...plan, parts: { ...plan.parts, input } } }, reads: () => reads };
}

describe('the fixes that the light bulb offers', () => {
  const entries = Array.from(
    { length: 50 },
    (_, i) => `  - { id: m${i}, titel: T, due: 2026-11-01, depends_on: [x] }\n`,
  );
  const text = `---\ntype: program\nid: p\nmilestones:\n${entries.join('')}---\n`;
  const { snapshot, reads } = counting(snapshotOf({ 'p.md': text }));
  const proposed = snapshot.findings.flatMap((finding) => proposedFixes(finding, snapshot));

  it('are there without that any document is read again', () => {
    assert.ok(proposed.length > 150, `${proposed.length} fixes`);
    assert.equal(reads(), 0);
  });

  it('are looked at once they are chosen: each reads the documents that it changes', () => {
    const [fix] = proposed;
    assert.ok(fix && isSound(fix, snapshot.plan));
    assert.equal(reads(), 1);
  });

  it('are right, all of them', () => {
    const some = snapshot.findings.slice(0, 20);
    assert.deepEqual(
      some.flatMap((finding) => fixesFor(finding, snapshot)),
      some.flatMap((finding) => proposedFixes(finding, snapshot)),
    );
  });
});
