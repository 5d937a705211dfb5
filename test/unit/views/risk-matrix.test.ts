import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Item } from '../../../src/core/plan/item.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { bandOf, type RiskMatrix, riskMatrixOf } from '../../../src/core/views/risks/risk-matrix.ts';
import { snapshotOf } from '../../support/plan.ts';

const plan = (risks: string): RiskMatrix =>
  atOnce(
    riskMatrixOf(
      snapshotOf(
        {
          'plan.md': `---
type: program
id: p
goal: go-live
milestones:
  - { id: go-live, duration: 5d, depends_on: [late] }
  - { id: late, duration: 20d }
  - { id: side, duration: 2d }
  - { id: over, completed: 2026-10-01 }
risks:
${risks}---
`,
        },
        { today: '2026-11-02' },
      ),
    ),
  );

const ids = (risks: readonly { readonly item: Item }[]): string[] => risks.map(({ item }) => item.id);

/** Where each risk stands: `probability x impact: ids`. */
const places = (matrix: RiskMatrix): string[] =>
  matrix.rows
    .flat()
    .flatMap(({ probability, impact, risks }) =>
      risks.length > 0 ? [`${probability} x ${impact}: ${ids(risks).join(' ')}`] : [],
    );

describe('the risk matrix', () => {
  it('has five rows of five cells, the most probable on top and the worst at the right', () => {
    const { rows } = plan('  - { id: R-1 }\n');
    assert.deepEqual(
      rows.map((row) => row.map(({ score }) => score)),
      [
        [5, 10, 15, 20, 25],
        [4, 8, 12, 16, 20],
        [3, 6, 9, 12, 15],
        [2, 4, 6, 8, 10],
        [1, 2, 3, 4, 5],
      ],
    );
    assert.deepEqual([1, 5, 6, 14, 15, 25].map(bandOf), ['low', 'low', 'medium', 'medium', 'high', 'high']);
  });

  it('places a risk by its probability, as a percentage or a level, and its impact', () => {
    const matrix = plan(`  - { id: R-1, probability: 40%, impact: high }
  - { id: R-2, probability: very-high, impact: 2 }
  - { id: R-3, probability: medium, impact: high }
`);
    assert.deepEqual(places(matrix), ['5 x 2: R-2', '3 x 4: R-1 R-3']);
  });

  it('names those that stand nowhere, and counts those that are closed or have occurred', () => {
    const matrix = plan(`  - { id: R-1, probability: high }
  - { id: R-2, impact: high }
  - { id: R-3, probability: high, impact: high, status: closed }
  - { id: R-4, probability: high, impact: high, status: occurred }
`);
    assert.deepEqual([places(matrix), ids(matrix.unplaced), matrix.closed], [[], ['R-1', 'R-2'], 2]);
  });

  it('says what a risk is expected to cost, and all of them together', () => {
    const matrix = plan(`  - { id: R-1, probability: 50%, impact: low, impact_days: 3d }
  - { id: R-2, probability: 20%, impact: low, impact_days: 2w }
  - { id: R-3, probability: 20%, impact: low }
`);
    assert.deepEqual(
      matrix.rows.flat().flatMap(({ risks }) => risks.map(({ exposure }) => exposure)),
      [1.5, 2, undefined],
    );
    assert.deepEqual([matrix.exposure, matrix.withoutExposure], [3.5, 1]);
  });

  it('names what is threatened and still to come, and whether it is critical; in a cell that comes first', () => {
    const matrix = plan(`  - { id: R-1, probability: low, impact: low, affects: [side, over, nothing] }
  - { id: R-2, probability: low, impact: low, affects: [side, late], mitigation: Care }
`);
    assert.deepEqual(
      matrix.rows
        .flat()
        .flatMap(({ risks }) => risks)
        .map(({ item, affects, critical, mitigated }) => [item.id, affects.map(({ id }) => id), critical, mitigated]),
      [
        ['R-2', ['side', 'late'], true, true],
        ['R-1', ['side'], false, false],
      ],
    );
  });
});
