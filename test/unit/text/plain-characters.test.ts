import assert from 'node:assert/strict';
import { plainCharacters } from '../../../src/core/text/plain-characters.ts';

describe('a text in the characters of a keyboard', () => {
  it('has hyphens, plain spaces and %, and no quotes around it', () => {
    assert.equal(plainCharacters('\u00a0“2027–02—12”'), '2027-02-12');
    assert.equal(plainCharacters('‹ 50\u202f％ ›'), '50 %');
    assert.equal(plainCharacters('"‘„x”y“\''), 'x”y');
    assert.equal(plainCharacters('“”'), '');
  });

  it('is found in time that its length alone decides', () => {
    const quotes = '“'.repeat(1e6);
    assert.equal(plainCharacters(`x${quotes}x`), `x${quotes}x`);
  });
});
