import assert from 'node:assert/strict';
import type { ChainNode } from '../../../src/core/views/chain-node.ts';
import { itemCard } from '../../../src/core/views/item-card.ts';
import { type Direction, waitsTree } from '../../../src/core/views/waits/waits-tree.ts';
import { snapshotOf } from '../../support/plan.ts';

const PLAN = `---
type: program
id: atlas
milestones:
  - { id: ga, title: Go live, due: 2026-12-02, depends_on: [beta SS+1d, schema] }
  - { id: beta, depends_on: [schema, old] }
  - { id: schema, duration: 10d, started: 2026-11-16 }
  - { id: old, status: done, completed: 2026-09-04 }
  - { id: ping, depends_on: [pong] }
  - { id: pong, depends_on: [ping] }
issues:
  - { id: I-1, blocks: [ga] }
---
`;

const snapshot = snapshotOf({ 'README.md': PLAN });
const item = (id: string) => snapshot.plan.items.find((each) => each.id === id) as never;

function tree(id: string, direction: Direction, describes: (node: ChainNode) => string = () => ''): string[] {
  const draw = (node: ChainNode, indent: string): string[] => [
    `${indent}${node.drives ? '' : '· '}${node.label}${describes(node)}`,
    ...node.children().flatMap((child) => draw(child, `${indent}  `)),
  ];
  return draw(waitsTree(item(id), direction, snapshot), '');
}

describe('what waits for what', () => {
  it('is a tree of what an item waits for, what sets its date first, with what each link says', () => {
    assert.deepEqual(
      tree('ga', 'before', ({ description }) => `  ${description}`),
      [
        'ga  Go live · due 2 Dec · critical · planned',
        '  · beta  SS+1d · forecast 27 Nov · planned',
        '    schema  forecast 27 Nov · planned',
        '    · old  done 4 Sep',
        '  · schema  forecast 27 Nov · planned',
        '  · I-1  open',
      ],
    );
  });

  it('is a tree of what waits for an item, back to the end', () => {
    assert.deepEqual(tree('schema', 'after'), ['schema', '  beta', '    · ga', '  · ga']);
    const [, link] = waitsTree(item('schema'), 'after', snapshot).children();
    assert.equal(link?.details.at(-1), 'ga waits for schema: finish to start (FS)');
    assert.equal(PLAN.slice(link?.place?.range.start, link?.place?.range.end), 'schema');
  });

  it('ends a circle where it closes, and says so; what nothing waits for is said to be', () => {
    assert.deepEqual(
      tree('ping', 'after', ({ description }) => (description.includes('circle') ? `: ${description}` : '')),
      ['ping', '  pong', '    · ping: goes in a circle: it stands above already · planned'],
    );
    assert.deepEqual(tree('ga', 'after').slice(1), ['  · Nothing waits for ga']);
    assert.deepEqual(tree('old', 'before').slice(1), ['  · old waits for nothing']);
  });

  it('is in the card of an item, with why it is late', () => {
    assert.deepEqual(itemCard(item('beta'), snapshot).slice(-2), ['Waits for schema, old', '1 waits for it: ga']);
    assert.deepEqual(itemCard(item('schema'), snapshot).at(-1), '2 wait for it: ga, beta');
    const late = snapshotOf({ 'README.md': PLAN.replace('2026-12-02', '2026-11-24') });
    const [, ga] = late.plan.items;
    assert.ok(
      itemCard(ga as never, late).includes('Late because of schema, 2 links back: started on 16 Nov, takes 10d'),
    );
  });
});
