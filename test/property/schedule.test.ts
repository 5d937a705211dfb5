import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arbitrarySchedule } from '../oracles/arbitrary-schedules.ts';
import { differences } from '../oracles/compare.ts';

const RUNS = Number(process.env['MILEPOST_SCHEDULES'] ?? 300);

describe('the schedule of any plan', () => {
  it('is what the definition says, worked out day by day', function () {
    this.timeout(0);
    fc.assert(
      fc.property(arbitrarySchedule(), (plan) => {
        assert.deepEqual(differences(plan), []);
      }),
      { numRuns: RUNS },
    );
  });
});
