import assert from 'node:assert/strict';
import { parseDuration, parseEstimate } from '../../../src/core/model/values/duration.ts';

describe('an estimate', () => {
  it('of which a part is no duration is told of that part, with nothing to put in the place of all three', () => {
    assert.deepEqual(parseEstimate('5 working days / 8d / 15d'), { ok: false, why: '"5 working days": write 5d' });
  });

  it('is never taken to be nothing', () => {
    assert.deepEqual(parseDuration('0.01h'), { ok: false, why: 'write a duration such as 3d, 2w or 0.5d' });
  });
});
