import assert from 'node:assert/strict';
import { missingFixes, quickFixes } from '../fuzz/quick-fixes.ts';

/** How many fixes are applied, and then some, until each kind has been met; `npm run fuzz -- fixes` goes on. */
const FIXES = 2500;

/** Seeds that once found something: a title out of a live block, and a date on which a program begins. */
const FOUND = [15_778, 28_456];

describe('row 31: every quick fix', function () {
  this.timeout(0);

  it('changes only what it names, leaves a document that parses, and its finding is gone', async () => {
    await quickFixes.start?.();
    for (const seed of FOUND) await quickFixes.attempt(seed);
    let applied = 0;
    const isDone = (): boolean => applied >= FIXES && (missingFixes().length === 0 || applied >= 10 * FIXES);
    for (let seed = 1; !isDone(); seed++) applied += await quickFixes.attempt(seed);
    assert.deepEqual(missingFixes(), []);
    await quickFixes.end?.();
  });
});
