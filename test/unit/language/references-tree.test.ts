import assert from 'node:assert/strict';
import type { ChainNode } from '../../../src/core/views/chain-node.ts';
import { referencesTree } from '../../../src/language/references-tree.ts';
import { snapshotOf } from '../../support/plan.ts';

const snapshot = snapshotOf({
  'README.md': `---
type: program
id: atlas
milestones:
  - { id: ga, depends_on: [beta, schema] }
  - { id: beta, depends_on: [schema], relates_to: [schema] }
  - { id: schema }
---

# schema

We wait for [[schema]], and [[beta]].

<!-- milepost graph focus=schema -->
<!-- /milepost -->
`,
  'risk.md': '---\ntype: risk\nid: R-1\nprogram: atlas\naffects: [schema]\n---\n',
  'team/README.md': '---\ntype: workstream\nid: ledger\nprogram: atlas\n---\n',
  'team/all.md': '---\nprogram: atlas\nworkstream: ledger\nmilestones:\n  - { id: one }\n---\n',
});

function drawn(id: string): string[] {
  const item = snapshot.plan.items.find((each) => each.id === id);
  assert.ok(item);
  const draw = ({ kind, label, description, children }: ChainNode, indent: string): string[] => [
    `${indent}${kind} ${label}${indent === '' ? '' : ` ${description}`}`,
    ...children().flatMap((child) => draw(child, `${indent}  `)),
  ];
  return draw(referencesTree(item, snapshot), '');
}

describe('what refers to an item', () => {
  it('is told by kind: fields by their names, then prose and live blocks, each with its place', () => {
    assert.deepEqual(drawn('schema'), [
      'item schema',
      '  group affects 1',
      '    item R-1 risk.md:5',
      '  group depends_on 2',
      '    item ga README.md:5',
      '    item beta README.md:6',
      '  group relates_to 1',
      '    item beta README.md:6',
      '  group mentioned in prose 1',
      '    item schema README.md:12',
      '  group shown in live blocks 1',
      '    item atlas README.md:14',
    ]);
  });

  it('has registers among it, which are no items, and says where there is nothing', () => {
    assert.deepEqual(drawn('ledger'), ['item ledger', '  group workstream 1', '    note team/all.md:3 ']);
    assert.deepEqual(drawn('one'), ['item one', '  note Nothing refers to one ']);
  });
});
