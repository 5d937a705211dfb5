import assert from 'node:assert/strict';
import { readFilters } from '../../../src/core/filter/filters.ts';
import { itemKey, itemWithKey } from '../../../src/core/graph/keys.ts';
import type { PictureOptions } from '../../../src/core/graph/options.ts';
import type { ItemNode, Picture } from '../../../src/core/graph/picture.ts';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';

const PLAN = {
  'atlas.md': `---
type: program
id: atlas
title: Atlas
goal: go
start: 2026-11-02
workstreams:
  - { id: platform, title: Platform, owner: chen }
milestones:
  - { id: base, title: Base, status: done, completed: 2026-11-06, workstream: platform }
  - { id: api, title: API frozen, duration: 10d, due: 2026-11-27, workstream: platform, depends_on: [base, D-1, pay/bank SS+2d] }
  - { id: docs, title: Docs, duration: 2d, workstream: platform, owner: maria, depends_on: [base] }
  - { id: old, title: Old login off, status: cancelled, depends_on: [docs] }
  - { id: go, title: Go live, due: 2026-12-04, depends_on: [api, docs FF+1d] }
decisions:
  - { id: D-1, title: Token format, due: 2026-11-13, blocks: [api] }
  - { id: D-2, title: Colours, due: 2026-12-01 }
risks:
  - { id: R-1, title: Nobody has time, probability: 60%, impact: high, affects: [go] }
---
`,
  'pay.md': `---
type: program
id: pay
title: Payments
start: 2026-11-02
milestones:
  - { id: bank, title: Bank certificates, duration: 3d }
---
`,
};

const plan = (files: Readonly<Record<string, string>> = PLAN): Snapshot => snapshotOf(files);
const draw = (options: PictureOptions = {}, snapshot = plan()): Picture => pictureOf(snapshot, options).picture;
const names = ({ nodes }: Picture): string[] =>
  nodes.map((node) => (node.kind === 'item' ? `${node.program}/${node.id}` : node.key));
const node = (picture: Picture, id: string): ItemNode => {
  const found = picture.nodes.find((other): other is ItemNode => other.kind === 'item' && other.id === id);
  assert.ok(found, `${id} is not drawn`);
  return found;
};
const item = (snapshot: Snapshot, key: string) => {
  const found = snapshot.plan.items.find((other) => other.key === key);
  assert.ok(found, key);
  return found;
};

describe('the picture of a plan', () => {
  it('has the items that wait or are waited for, and all milestones', () => {
    const picture = draw();
    assert.deepEqual(names(picture), [
      ...['atlas/base', 'atlas/api', 'atlas/docs', 'atlas/old', 'atlas/go', 'atlas/D-1'],
      'pay/bank',
    ]);
    assert.equal(picture.summary.unlinked, 2);
    assert.equal(picture.summary.text, 'Not shown: 2 items that neither wait nor are waited for.');
  });

  it('has groups: workstreams within programs', () => {
    const picture = draw();
    assert.deepEqual(
      picture.groups.map(({ key, kind, title, parent }) => [key, kind, title, parent]),
      [
        ['program atlas', 'program', 'Atlas', undefined],
        ['workstream atlas/platform', 'workstream', 'Platform', 'program atlas'],
        ['program pay', 'program', 'Payments', undefined],
      ],
    );
    assert.deepEqual(
      picture.nodes.map(({ group }) => group),
      [...Array(3).fill('workstream atlas/platform'), ...Array(3).fill('program atlas'), 'program pay'],
    );
  });

  it('of one program has no frame around everything', () => {
    const picture = draw({ programs: ['atlas'] });
    assert.deepEqual(
      picture.groups.map(({ key, parent }) => [key, parent]),
      [['workstream atlas/platform', undefined]],
    );
    assert.equal(picture.summary.filtered, 1);
    assert.deepEqual(node(picture, 'api').beyond, { upstream: 1, downstream: 0 });
  });

  it('says of a node what the tree says', () => {
    const picture = draw();
    assert.deepEqual(node(picture, 'api').lines, [
      'API frozen',
      'forecast 8 Dec (+7d), due 27 Nov',
      'critical · blocked by D-1',
    ]);
    assert.deepEqual(node(picture, 'api').states, ['critical', 'blocked', 'late']);
    assert.deepEqual(node(picture, 'base').lines, ['Base', 'done 6 Nov']);
    assert.deepEqual(node(picture, 'base').states, ['done']);
    assert.deepEqual(node(picture, 'old').states, ['dropped']);
    assert.deepEqual(node(picture, 'D-1').states, ['late', 'overdue']);
    assert.equal(node(picture, 'go').goal, true);
    assert.ok(node(picture, 'go').states.includes('held-up'));
  });

  it('has edges with types and lags, and says what they are', () => {
    const { edges } = draw();
    const short = edges.map(({ from, to, links, critical, crossing }) => [
      `${from.replace(/^item /, '')} ${to.replace(/^item /, '')}`,
      links.map(({ type, lag }) => `${type}${lag ?? ''}`).join(' '),
      critical,
      crossing,
    ]);
    assert.deepEqual(short, [
      ['atlas/base atlas/api', 'FS', false, false],
      ['atlas/D-1 atlas/api', 'FS', false, false],
      ['pay/bank atlas/api', 'SS2d', true, true],
      ['atlas/base atlas/docs', 'FS', false, false],
      ['atlas/docs atlas/old', 'FS', false, false],
      ['atlas/api atlas/go', 'FS', true, false],
      ['atlas/docs atlas/go', 'FF1d', false, false],
    ]);
  });

  it('has one edge for all links between two items', () => {
    const text = `---
type: program
id: p
milestones:
  - { id: a, duration: 3d }
  - { id: b, duration: 3d, depends_on: [a SS+1d, a FF+1d] }
  - { id: c, depends_on: [D-1] }
decisions:
  - { id: D-1, date: 2026-12-01, blocks: [c] }
---
`;
    const { edges } = draw({}, plan({ 'p.md': text }));
    assert.deepEqual(
      edges.map(({ links, count }) => [links, count]),
      [
        [
          [
            { type: 'SS', lag: '1d' },
            { type: 'FF', lag: '1d' },
          ],
          2,
        ],
        [[{ type: 'FS', lag: undefined }], 2],
      ],
    );
  });

  it('marks the link that closes a cycle, and an item that waits for itself', () => {
    const text = `---
type: program
id: p
milestones:
  - { id: a, depends_on: [b] }
  - { id: b, depends_on: [a] }
  - { id: c, depends_on: [c] }
---
`;
    const { edges } = draw({}, plan({ 'p.md': text }));
    assert.deepEqual(
      edges.map(({ from, to, cycle }) => `${from} ${to} ${cycle}`),
      ['item p/b item p/a true', 'item p/a item p/b false', 'item p/c item p/c true'],
    );
  });

  it('goes by the words of milepost list', () => {
    const snapshot = plan();
    const filter = readFilters(['milestones', 'owner=maria'], snapshot);
    assert.ok(filter.ok);
    const picture = draw({ filter: filter.value }, snapshot);
    assert.deepEqual(names(picture), ['atlas/docs']);
    const all = draw({ filter: () => true }, snapshot);
    assert.ok(names(all).includes('atlas/R-1'), 'who asks for some items gets those that nothing waits for, too');
  });

  it('focuses on an item, so many links up and down, across programs', () => {
    const snapshot = plan();
    const focus = (key: string, upstream: number, downstream: number) =>
      names(draw({ focus: { item: item(snapshot, key), upstream, downstream } }, snapshot));
    assert.deepEqual(focus('atlas/api', 0, 0), ['atlas/api']);
    assert.deepEqual(focus('atlas/api', 1, 0), ['atlas/base', 'atlas/api', 'atlas/D-1', 'pay/bank']);
    assert.deepEqual(focus('atlas/base', 0, 1), ['atlas/base', 'atlas/api', 'atlas/docs']);
    assert.deepEqual(focus('atlas/base', 0, 2), ['atlas/base', 'atlas/api', 'atlas/docs', 'atlas/old', 'atlas/go']);
    assert.deepEqual(focus('atlas/platform', 0, 0), ['atlas/base', 'atlas/api', 'atlas/docs']);
    assert.deepEqual(focus('pay', 0, 1), ['atlas/api', 'pay/bank']);
    const hidden = draw(
      { focus: { item: item(snapshot, 'atlas/base'), upstream: 0, downstream: 0 }, hideDone: true },
      snapshot,
    );
    assert.deepEqual(names(hidden), ['atlas/base'], 'what is looked at is never hidden');
  });

  it('shows the critical path alone, through other programs too', () => {
    const only = names(draw({ only: 'critical', programs: ['atlas'] }));
    assert.deepEqual(only, ['atlas/api', 'atlas/go', 'pay/bank']);
    assert.deepEqual(names(draw({ only: 'critical', programs: ['pay'] })), ['pay/bank']);
  });

  it('shows what is blocked, by what, and what is held up behind it', () => {
    assert.deepEqual(names(draw({ only: 'blocked' })), ['atlas/api', 'atlas/go', 'atlas/D-1']);
  });

  it('follows blocked chains into other programs', () => {
    const pay = `${PLAN['pay.md'].replace('duration: 3d', 'duration: 3d, status: blocked')}`;
    assert.deepEqual(names(draw({ only: 'blocked', programs: ['atlas'] }, plan({ ...PLAN, 'pay.md': pay }))), [
      ...['atlas/api', 'atlas/go', 'atlas/D-1'],
      'pay/bank',
    ]);
  });

  it('hides what is closed, and counts it', () => {
    const picture = draw({ hideDone: true });
    assert.deepEqual(names(picture), ['atlas/api', 'atlas/docs', 'atlas/go', 'atlas/D-1', 'pay/bank']);
    assert.equal(picture.summary.text, 'Not shown: 2 closed and 2 items that neither wait nor are waited for.');
    assert.deepEqual(node(picture, 'api').beyond, { upstream: 1, downstream: 0 });
  });

  it('knows duplicates apart', () => {
    const snapshot = plan({ 'p.md': '---\ntype: program\nid: p\nmilestones:\n  - { id: a }\n  - { id: a }\n---\n' });
    const keys = snapshot.plan.ofType('milestone').map((other) => itemKey(other, snapshot.plan));
    assert.deepEqual(keys, ['item p/a', 'copy 2 of item p/a']);
    assert.deepEqual(
      keys.map((key) => itemWithKey(key, snapshot.plan)),
      snapshot.plan.ofType('milestone'),
    );
    assert.equal(itemWithKey('item p/b', snapshot.plan), undefined);
    assert.equal(itemWithKey('__proto__', snapshot.plan), undefined);
  });

  it('keeps the places in the source out of what a page is sent', () => {
    const { picture, items } = pictureOf(plan());
    assert.doesNotMatch(JSON.stringify(picture), /\.md/);
    assert.equal(items.get('item atlas/api')?.document.path, 'atlas.md');
    assert.equal(items.get('workstream atlas/platform')?.id, 'platform');
    assert.deepEqual(structuredClone(picture), picture);
  });

  it('of an empty plan is empty', () => {
    const picture = draw({}, plan({}));
    assert.deepEqual([picture.nodes, picture.edges, picture.groups, picture.summary.text], [[], [], [], '']);
  });
});
