import assert from 'node:assert/strict';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { timelineMessages } from '../../../src/vscode/panels/plan-views/timeline-parts.ts';
import { sameView } from '../../../src/vscode/panels/same-view.ts';
import { type PageLink, type PageRow, type TimelineView, WHOLE_GRAPH } from '../../../src/webview/protocol.ts';
import { Parts } from '../../../src/webview/timeline/parts.ts';

const row = (n: number): PageRow => ({
  id: `n${n}`,
  key: `item p/${n}`,
  kind: 'item',
  depth: 2,
  title: `Item ${n}`,
  slip: '',
  marks: ['milestone'],
  planned: {},
  forecast: { from: n, to: n + 1 },
});
const link = (n: number): PageLink => ({ from: n, to: n + 1, type: 'FS', marks: [] });

const view = (rows: number, links: number, drawing = 1): TimelineView => ({
  drawing,
  summary: '',
  choice: WHOLE_GRAPH,
  offers: { plan: [], program: [], workstream: [], owner: [], status: [] },
  today: 0,
  span: { from: 0, to: 9 },
  rows: Array.from({ length: rows }, (_, n) => row(n)),
  links: Array.from({ length: links }, (_, n) => link(n)),
});

describe('a timeline that is sent', () => {
  for (const [rows, links, messages] of [
    [0, 0, 1],
    [1000, 3, 1],
    [1001, 3, 2],
    [3, 2500, 3],
    [8000, 9000, 9],
  ] as const) {
    it(`of ${rows} rows and ${links} links comes in ${messages} parts, and is whole with the last`, () => {
      const sent = [...timelineMessages(view(rows, links))];
      const parts = new Parts();
      const taken = sent.map((message) => parts.take(structuredClone(message)));
      assert.equal(taken.length, messages);
      assert.deepEqual(taken.pop(), view(rows, links));
      assert.ok(taken.every((part) => part === undefined));
    });
  }

  it('is left where another begins, or where a part is of one before', () => {
    const parts = new Parts();
    const [first, second] = [...timelineMessages(view(1500, 0, 1))];
    assert.ok(first && second);
    assert.equal(parts.take(first), undefined);
    assert.deepEqual(parts.take({ type: 'timeline', view: view(1, 0, 2) }), view(1, 0, 2));
    assert.equal(parts.take(second), undefined);
    assert.equal(parts.take({ type: 'mark', node: 'n0' }), undefined);
  });
});

describe('whether a view shows the same', () => {
  const same = (other: TimelineView): boolean => atOnce(sameView(view(500, 10), other));

  it('is so whichever drawing it is', () => {
    assert.ok(same(view(500, 10)));
    assert.ok(same(view(500, 10, 7)));
  });

  it('is not where anything differs that is shown', () => {
    const given = view(500, 10);
    const last = { ...row(499), forecast: { from: 499, to: 501 } };
    assert.ok(!same({ ...given, rows: [...given.rows.slice(0, -1), last] }));
    assert.ok(!same({ ...given, rows: [...given.rows.slice(0, -1), { ...row(499), marks: ['milestone', 'late'] }] }));
    assert.ok(!same(view(501, 10)));
    assert.ok(!same(view(500, 9)));
    assert.ok(!same({ ...given, summary: 'x' }));
    assert.ok(!same({ ...given, choice: { ...WHOLE_GRAPH, open: ['a'] } }));
    assert.ok(!same({ ...given, more: [] } as TimelineView));
  });
});
