import assert from 'node:assert/strict';
import { type DocumentFacts, factsOf } from '../../../src/core/history/facts.ts';
import { ItemFollower } from '../../../src/core/history/follow-items.ts';
import type { ItemHistory } from '../../../src/core/history/item-history.ts';
import { Reasons } from '../../../src/core/history/reasons.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { historySummary } from '../../../src/core/views/history-summary.ts';
import { historyChart } from '../../../src/core/views/history-view.ts';
import { historyShapes } from '../../../src/webview/history/shapes.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';

const commitOn = (date: string) => {
  const day = parseDay(date) as number;
  return {
    hash: date.replaceAll('-', '').padEnd(40, '0'),
    author: 'Maria',
    authored: day,
    committed: day,
    subject: `On ${date}`,
  };
};

const document = (milestone: string, more = ''): string =>
  `---\ntype: program\nid: atlas\nowner: maria\nmilestones:\n  - { owner: maria, ${milestone} }\n${more}---\n`;

const facts = (text: string): ReadonlyMap<string, DocumentFacts> =>
  new Map(snapshotOf({ 'plan.md': text }).plan.documents.map((each) => [each.path, factsOf(each)]));

/** The plan as it is now, and the history of its milestone: what was committed, each with its day. */
function told(committed: readonly (readonly [string, string])[], now: string) {
  const follower = new ItemFollower('plan');
  for (const [date, text] of committed) follower.step({ commit: commitOn(date), changes: facts(text), sides: [] });
  const snapshot = snapshotOf({ 'plan.md': now }, { today: '2026-11-21' });
  const [item = assert.fail()] = snapshot.plan.ofType('milestone');
  const history = follower.histories.find(({ key, isGone }) => key === item.key && !isGone);
  return { snapshot, item, history };
}

const since = { name: 'v1', includes: ({ commit }: { commit: unknown }) => commit !== undefined };

function chartOf({
  snapshot,
  item,
  history,
}: {
  snapshot: Snapshot;
  item: Snapshot['plan']['items'][number];
  history: ItemHistory | undefined;
}) {
  const { plan, state, today } = snapshot;
  return historyChart({ item, history, state, reasons: new Reasons(plan), since: undefined, today });
}

describe('the summary of a history', () => {
  it('counts a date that was another one before there was none for a while', () => {
    const committed = [
      ['2026-09-01', document('id: a, due: 2026-11-20')],
      ['2026-10-01', document('id: a')],
      ['2026-10-20', document('id: a, due: 2026-12-11')],
    ] as const;
    const { item, history, snapshot } = told(committed, document('id: a, due: 2026-12-11'));
    const verdict = 'Due 11 Dec 2026: moved once, 15 working days later than 20 Nov 2026 (+21 d).';
    assert.equal(
      historySummary(item, history ?? assert.fail(), undefined, snapshot.today),
      'was 20 Nov, moved once, +21 d',
    );
    assert.equal(chartOf({ item, history, snapshot }).verdict, verdict);
    const uncommitted = told(committed.slice(0, 2), document('id: a, due: 2026-12-11'));
    assert.equal(chartOf(uncommitted).verdict, verdict);
  });

  const moved = [
    ['2026-09-01', document('id: a, due: 2026-11-20')],
    ['2026-10-01', document('id: a, due: 2026-12-04')],
    ['2026-10-20', document('id: a, due: 2026-12-11')],
  ] as const;

  it('says what the due date was, how often it moved, and how far', () => {
    const { snapshot, item, history } = told(moved, document('id: a, due: 2026-12-31'));
    assert.ok(history);
    // The last is not committed yet.
    assert.equal(historySummary(item, history, undefined, snapshot.today), 'was 20 Nov, moved 3 times, +41 d');
    assert.equal(historySummary(item, history, since, snapshot.today), 'was 20 Nov, moved 3 times, +41 d since v1');
  });

  it('is empty where nothing has moved', () => {
    const { snapshot, item, history } = told(moved.slice(0, 1), document('id: a, due: 2026-11-20'));
    assert.equal(historySummary(item, history ?? assert.fail(), undefined, snapshot.today), '');
    const undated = told([['2026-09-01', document('id: a')]], document('id: a'));
    assert.equal(historySummary(undated.item, undated.history ?? assert.fail(), undefined, 0), '');
  });

  it('is told as a chart, with the decision that explains a move', () => {
    const decision =
      'decisions:\n  - { id: D-1, title: Later, owner: maria, status: accepted, date: 2026-10-02, blocks: [a] }\n';
    const chart = chartOf(told(moved, document('id: a, due: 2026-12-31', decision)));
    assert.equal(chart.verdict, 'Due 31 Dec 2026: moved 3 times, 29 working days later than 20 Nov 2026 (+41 d).');
    assert.deepEqual(
      chart.rows.map(({ when, what, moved, why }) => [when, what, moved, why]),
      [
        ['not committed', 'due 11 Dec 2026 → 31 Dec 2026', '+14d', ''],
        ['20 Oct 2026', 'due 4 Dec 2026 → 11 Dec 2026', '+5d', 'On 2026-10-20'],
        ['1 Oct 2026', 'due 20 Nov 2026 → 4 Dec 2026', '+10d', 'On 2026-10-01 · decision D-1: Later'],
        ['1 Sep 2026', 'added · due 20 Nov 2026', '', 'On 2026-09-01'],
      ],
    );
    assert.equal(chart.steps.length, 4);
  });

  it('is told of what is not committed, has no date, lost it, or is done', () => {
    const fresh = chartOf(told([], document('id: a, due: 2026-12-31')));
    assert.deepEqual(
      [fresh.steps.length, fresh.rows.length, fresh.verdict],
      [1, 1, 'Due 31 Dec 2026, and never moved.'],
    );
    const undated = chartOf(told(moved, document('id: a')));
    assert.equal(undated.verdict, 'It has no due date.');
    assert.equal(undated.steps.at(-1)?.due, undefined);
    const done = chartOf(told(moved, document('id: a, due: 2026-12-11, status: done, completed: 2026-11-20')));
    assert.deepEqual([done.forecast, done.closed], [undefined, parseDay('2026-11-20')]);
    assert.equal(chartOf(told([['2026-09-01', document('id: a')]], document('id: a'))).steps.length, 0);
  });
});

describe('the picture of a history', () => {
  const view = {
    ...{ drawing: 1, asked: { plan: '', key: '' }, title: '', name: '', verdict: '', missing: '', rows: [] },
    ...{ today: 300, forecast: 340, closed: undefined, baseline: undefined },
    steps: [
      { on: 100, due: 310, text: 'first' },
      { on: 150, due: 330, text: 'later' },
      { on: 200, due: 320, text: 'earlier' },
    ],
  };
  const classes = (changed: object): string[] =>
    historyShapes({ ...view, ...changed }, { width: 800, height: 300 }).map((shape) => shape.class);

  it('goes up where a date was moved to a later one, and down where to an earlier', () => {
    const shapes = historyShapes(view, { width: 800, height: 300 });
    const moves = shapes.filter((shape) => shape.class.startsWith('move'));
    assert.deepEqual(
      moves.map((shape) => [shape.class, shape.title]),
      [
        ['move later', 'later'],
        ['move earlier', 'earlier'],
      ],
    );
    const [, from, to] = /^M\S+ (\S+)V(\S+)$/.exec(String(moves[0]?.attributes.d)) ?? [];
    assert.ok(Number(to) < Number(from), 'later is above');
    assert.equal(shapes.filter((shape) => shape.class === 'point').length, 3);
  });

  it('shows the baseline, the forecast or the end, and leaves a gap where there was no date', () => {
    const baseline = { name: 'v1', finish: 305, asOf: 120 };
    assert.ok(classes({ baseline }).includes('baseline mark') && classes({}).includes('forecast'));
    assert.ok(classes({ forecast: undefined, closed: 290 }).includes('closed'));
    const steps = [view.steps[0], { on: 150, due: undefined, text: 'gone' }, view.steps[2]];
    assert.equal(classes({ steps }).filter((name) => name.startsWith('move')).length, 0);
  });

  it('stays within its bounds, whatever the days', () => {
    for (const steps of [[], [view.steps[0]], [{ on: 0, due: 80_000, text: '' }], [{ on: 80_000, due: 0, text: '' }]]) {
      for (const width of [10, 320, 4000]) {
        for (const { attributes, tag } of historyShapes(
          { ...view, steps: steps as typeof view.steps },
          { width, height: 300 },
        )) {
          const numbers = [
            ...Object.values(attributes)
              .join(' ')
              .matchAll(/-?\d+(?:\.\d+)?/g),
          ].map(Number);
          assert.ok(
            numbers.every((number) => Number.isFinite(number) && Math.abs(number) < 1e4),
            `${tag} ${JSON.stringify(attributes)}`,
          );
        }
        assert.doesNotMatch(
          JSON.stringify(historyShapes({ ...view, steps: steps as typeof view.steps }, { width, height: 300 })),
          /NaN|null|Infinity/,
        );
      }
    }
  });
});
