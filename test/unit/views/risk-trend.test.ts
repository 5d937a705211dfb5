import assert from 'node:assert/strict';
import { type RiskTrend, riskTrends } from '../../../src/core/views/risks/risk-trend.ts';
import { snapshotOf } from '../../support/plan.ts';
import { readPlan } from '../../support/reading.ts';

const risks = (...entries: string[]): string =>
  `---\nrisks:\n${entries.map((entry) => `  - ${entry}\n`).join('')}---\n`;

/** How the risks of today's documents have moved since those of before. */
function trends(today: Record<string, string>, before: Record<string, string>): Record<string, RiskTrend | undefined> {
  const { plan } = snapshotOf({ 'README.md': '---\ntype: program\nid: p\n---\n', ...today });
  const trendOf = riskTrends(Object.entries(before).map(([path, text]) => readPlan(text, { path })));
  return Object.fromEntries(plan.ofType('risk').map((risk) => [risk.id, trendOf(risk, plan)]));
}

describe('the trend of a risk', () => {
  it('says how its score has moved, and from what', () => {
    const found = trends(
      {
        'risks.md': risks(
          '{ id: up, probability: high, impact: high }',
          '{ id: down, probability: low, impact: low }',
          '{ id: same, probability: low, impact: high }',
          '{ id: added, probability: low, impact: low }',
        ),
      },
      {
        'risks.md': risks(
          '{ id: up, probability: low, impact: high }',
          '{ id: down, probability: high, impact: low, status: mitigating }',
          '{ id: same, probability: high, impact: low }',
        ),
      },
    );
    assert.deepEqual(found, {
      up: { direction: 'rising', before: 8 },
      down: { direction: 'falling', before: 8 },
      same: { direction: 'steady', before: 8 },
      added: { direction: 'new', before: undefined },
    });
  });

  it('is not known where either says too little', () => {
    const found = trends(
      { 'risks.md': risks('{ id: R-1, probability: high }', '{ id: R-2, probability: high, impact: low }') },
      { 'risks.md': risks('{ id: R-1, probability: high, impact: low }', '{ id: R-2, impact: low }') },
    );
    assert.deepEqual(found, { 'R-1': undefined, 'R-2': undefined });
  });

  it('follows a risk into another document, unless two had its id', () => {
    const one = '{ id: R-1, probability: high, impact: high }';
    const two = '{ id: R-2, probability: high, impact: high }';
    const found = trends({ 'new.md': risks(one, two) }, { 'a.md': risks(one, two), 'b.md': risks(two) });
    assert.deepEqual(found, {
      'R-1': { direction: 'steady', before: 16 },
      'R-2': { direction: 'new', before: undefined },
    });
  });

  it('does not take the risk of another document for it that still stands there', () => {
    const one = '{ id: R-1, probability: low, impact: low }';
    const other = one.replaceAll('low', 'high');
    const { plan } = snapshotOf({
      'a/README.md': '---\ntype: program\nid: a\n---\n',
      'a/risks.md': risks(one),
      'b/README.md': '---\ntype: program\nid: b\n---\n',
      'b/risks.md': risks(other),
    });
    const trendOf = riskTrends([readPlan(risks(one), { path: 'a/risks.md' })]);
    assert.deepEqual(
      plan.ofType('risk').map((risk) => trendOf(risk, plan)?.direction),
      ['steady', 'new'],
    );
  });

  it('calls nothing new in a document that could not be read whole', () => {
    const today = '{ id: R-1, probability: high, impact: high }';
    const broken = '---\nrisks:\n  - id: R-0\n    title: "a\n    probability: [\n  - id: R-1\n---\n';
    assert.equal(trends({ 'risks.md': risks(today) }, { 'risks.md': broken })['R-1'], undefined);
  });
});
