import assert from 'node:assert/strict';
import { PlanFilesAt } from '../../../src/git/plan-files-at.ts';

describe('the contents that a plan was made of', () => {
  it('are another reading where a decision record moves to a name that is none', async () => {
    const config = 'adapters: [{ use: adr, files: "adr/*.md" }]\n';
    const files = new PlanFilesAt({ rootName: 'plan', above: [], settings: new Map([['c1', config]]) });
    await files.change([
      { path: 'milepost.yaml', before: undefined, after: 'c1' },
      { path: 'adr/adr.md', before: undefined, after: 'b1' },
      { path: 'adr/README.md', before: undefined, after: 'b1' },
    ]);
    // Both are called "adr", by their file and by their folder.
    assert.ok(files.keys.has('adr/adr.md') && files.keys.has('adr/README.md'));
    assert.notEqual(files.keys.get('adr/adr.md'), files.keys.get('adr/README.md'));
  });
});
