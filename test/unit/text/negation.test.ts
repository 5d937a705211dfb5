import assert from 'node:assert/strict';
import { ITEM_TYPES } from '../../../src/core/model/registry.ts';
import { statusesOf } from '../../../src/core/model/status.ts';
import { nearest } from '../../../src/core/text/nearest.ts';
import { negates } from '../../../src/core/text/negation.ts';

describe('a word and its negation', () => {
  const statuses = [...new Set(ITEM_TYPES.flatMap(statusesOf))];

  for (const prefix of ['un', 'not ', 'non-', 'dis', 'in', 'im', 'Un', 'un-', 'nu']) {
    it(`are never near: ${prefix}…`, () => {
      for (const word of [...statuses, 'auth-frozen-api', 'programme']) {
        assert.ok(negates(prefix + word, word) && negates(word, prefix + word), prefix + word);
        assert.equal(nearest(prefix + word, [word]), undefined);
        assert.equal(nearest(word, [prefix + word]), undefined);
      }
    });
  }

  it('are never near inside of a name either', () => {
    assert.equal(nearest('auth-unfrozen', ['auth-frozen']), undefined);
    assert.equal(nearest('ledger/unresolved', ['ledger/resolved']), undefined);
  });

  it('are not what merely looks alike', () => {
    for (const [a, b] of [
      ['resolvd', 'resolved'],
      ['ttitle', 'title'],
      ['resolved', 'resolved'],
    ] as const) {
      assert.equal(negates(a, b), false, `${a} ${b}`);
    }
  });
});
