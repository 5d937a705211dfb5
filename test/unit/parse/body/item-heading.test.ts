import assert from 'node:assert/strict';
import { headingCandidates } from '../../../../src/core/parse/body/item-heading.ts';

describe('the ids that a heading may name', () => {
  const cases: [heading: string, ids: string[]][] = [
    ['R-1', ['R-1']],
    ['R-1: Vendor slips', ['R-1']],
    ['R-1 : Vendor slips', ['R-1']],
    ['R-1 - Vendor slips', ['R-1']],
    ['R-1 – Vendor slips', ['R-1']],
    ['api-freeze — Public API frozen', ['api-freeze']],
    ['api-freeze— Public API frozen', ['api-freeze']],
    ['api-freeze —Public API frozen', ['api-freeze']],
    ['R-1- Vendor slips', ['R-1']],
    ['Public API frozen (api-freeze)', ['api-freeze']],
    ['Public API frozen {#api-freeze}', ['api-freeze']],
    ['`R-1`: Vendor slips', ['R-1']],
    ['**R-1** — Vendor slips', ['R-1']],
    ['[R-1](risks.md) — Vendor slips', ['R-1']],
    ['überblick_2.1: x', ['überblick_2.1']],
    ['R-1-', ['R-1-']],
  ];
  for (const [heading, ids] of cases) {
    it(heading, () => assert.deepEqual(headingCandidates(heading), ids));
  }

  it('come in order, each once', () => {
    assert.deepEqual(headingCandidates('R-1: Vendor slips (api-freeze) {#risk-1}'), ['risk-1', 'R-1', 'api-freeze']);
    assert.deepEqual(headingCandidates('R-1 — again (R-1)'), ['R-1']);
    assert.deepEqual(headingCandidates('Scope {#Scope}'), ['Scope']);
  });

  it('are in NFC', () => {
    assert.deepEqual(headingCandidates('u\u0308ber: x'), ['über']);
  });

  it('are not where nothing sets them off', () => {
    for (const heading of [
      '',
      'Vendor slips',
      'api-freeze—Public',
      '2026–2027 plan',
      '- x',
      'See [the thing](R-1)',
      'The end (of all things)',
      'Empty () {#}',
      '(R-1) first',
    ]) {
      assert.deepEqual(headingCandidates(heading), []);
    }
  });
});
