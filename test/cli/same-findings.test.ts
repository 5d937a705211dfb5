import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDifference } from '../same-findings/finding-lines.ts';
import { findingsOfCli } from '../same-findings/from-cli.ts';
import { EXPECTED, SAME_PLAN, samePlan } from '../same-findings/same-plan.ts';
import { folderWith, milepost, removeFolders } from './support.ts';

// What editors find in the same plan is held to the same text: test/editor/suite/folder/same-findings.test.ts.
describe('the same plan on the command line', () => {
  after(removeFolders);

  it('has the findings that every host has, to the byte', async () => {
    const files = Object.entries(samePlan()).map(([path, bytes]) => [join(SAME_PLAN, path), Buffer.from(bytes)]);
    const folder = join(folderWith(Object.fromEntries(files)), SAME_PLAN);
    const found = await findingsOfCli(folder, async (cwd, ...args) => milepost(cwd, ...args).stdout);
    assert.equal(firstDifference(found, readFileSync(EXPECTED, 'utf8')), '');
    assert.ok(found.split('\n').length > 90, 'a plan that is worth comparing');
  });
});
