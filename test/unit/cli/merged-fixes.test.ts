import assert from 'node:assert/strict';
import { fixedJson } from '../../../src/cli/fixes/fixed-json.ts';
import { fixedSummary } from '../../../src/cli/fixes/fixed-text.ts';
import { mergedDocuments } from '../../../src/cli/fixes/merged.ts';
import { Place } from '../../../src/cli/plan/place.ts';
import { fixAll } from '../../../src/workspace/fix-all.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const fixed = (text: string) =>
  run(fixAll(snapshotOf({ 'a.md': text }), { accepts: () => true, mayWrite: () => true })).documents;

describe('a document that was fixed on two readings', () => {
  const first = '---\ntype: milestone\nid: a\nownr: m\nstatus: plannd\n---\n';
  const second = '---\ntype: milestone\nid: a\nowner: m\nstatus: plannd\ntitel: A\n---\n';
  const documents = mergedDocuments([...fixed(first), ...fixed(second)]);

  it('is one, with the fixes of both, each once', () => {
    assert.equal(documents.length, 1);
    assert.deepEqual(
      documents[0]?.fixed.map(({ fix }) => fix.title),
      ['Change to owner', 'Change to planned', 'Change to title'],
    );
    assert.equal(documents[0]?.before, first);
    assert.match(documents[0]?.after ?? '', /^title: A$/m);
  });

  it('is counted and listed once', () => {
    const report = { fixed: documents, unwritten: [], left: [], account: undefined, isDryRun: false };
    assert.equal(fixedSummary(report), '3 findings fixed in 1 file');
    const { files, summary } = fixedJson(report, { place: new Place(process.cwd()), today: 20_778 });
    assert.deepEqual([files.length, summary], [1, { files: 1, fixes: 3, left: 0 }]);
  });
});
