import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { comparedBy } from '../../../src/core/views/diff/compared.ts';
import { type Folding, shownOf } from '../../../src/core/views/timeline/folding.ts';
import type { Stretch } from '../../../src/core/views/timeline/row.ts';
import { type TimelineOptions, timelineOf } from '../../../src/core/views/timeline/timeline.ts';
import { snapshotOf } from '../../support/plan.ts';

/** As of Monday 2 November 2026. */
const today = '2026-11-02';

const ATLAS = `---
type: program
id: atlas
title: Atlas
start: 2026-10-01
target: 2026-12-11
goal: go-live
workstreams:
  - { id: data, title: Data }
  - { id: app, title: App }
milestones:
  - { id: schema, title: The schema, workstream: data, duration: 10d, due: 2026-11-10 }
  - { id: old, workstream: data, completed: 2026-09-30, due: 2026-09-25 }
  - { id: new, workstream: data, started: 2026-10-01, completed: 2026-10-20, due: 2026-10-16 }
  - { id: screens, workstream: app, start: 2026-11-09, duration: 5d, due: 2026-11-20, depends_on: [schema SS] }
  - { id: side, workstream: elsewhere, duration: 2d }
  - { id: gone, status: cancelled, due: 2026-11-30 }
  - { id: go-live, title: Go-live, commitment: firm, due: 2026-12-04, duration: 10d, depends_on: [schema, screens FS+2d] }
decisions:
  - { id: D-1, due: 2026-10-30, workstream: app, blocks: [screens] }
risks:
  - { id: R-1, affects: [go-live] }
---
`;

const made = (text: string | Record<string, string>, options: TimelineOptions = {}) =>
  atOnce(timelineOf(snapshotOf(typeof text === 'string' ? { 'plan.md': text } : text, { today }), options));

const stretch = ({ from, to }: Stretch): string =>
  [from, to].map((day) => (day === undefined ? '-' : formatDay(day).slice(2))).join(' ');

const row = (key: string, timeline = made(ATLAS)) => {
  const found = timeline.rows.find((other) => other.key === key);
  assert.ok(found, key);
  return found;
};

describe('the timeline', () => {
  it('has the items of a program under it alone, where none belongs to a workstream and a page shows it', () => {
    const bare = '---\ntype: program\nid: p\nmilestones: [{ id: a, duration: 2d }, { id: b, duration: 3d }]\n---\n';
    const drawn = (options: TimelineOptions, most?: number) => {
      const shown = atOnce(shownOf(made(bare, options), { open: [], folded: [] }, most));
      return shown.rows.map(({ depth, title, folded }) => `${'  '.repeat(depth)}${title}${folded ? ' …' : ''}`);
    };
    assert.deepEqual(drawn({ withoutRest: true }), ['p', '  a', '  b']);
    assert.deepEqual(drawn({}), ['p', '  No workstream', '    a', '    b']);
    assert.deepEqual(drawn({ withoutRest: true }, 2), ['p …']);
    assert.ok(made(ATLAS, { withoutRest: true }).rows.some(({ title }) => title === 'No workstream'));
  });

  it('has where items stood before a change, and room for that', () => {
    const before = snapshotOf({ 'plan.md': ATLAS }, { today });
    const changed = ATLAS.replace('due: 2026-11-10', 'due: 2026-11-20').replace('id: side', 'id: aside');
    const now = snapshotOf(
      { 'plan.md': changed.replace('2026-12-04, duration: 10d', '2026-12-04, duration: 1d') },
      { today },
    );
    const compared = comparedBy(atOnce(diffPlans(before, now)), before, 'main');
    const timeline = atOnce(timelineOf(now, { compared }));
    const said = timeline.rows.flatMap((row) => {
      if (row.kind !== 'item' || !row.change) return [];
      const { due, forecast } = row.formerly ?? {};
      const day = (value: number | undefined) => (value === undefined ? '-' : formatDay(value).slice(5));
      return [`${row.item.id} ${row.change} ${day(due)} ${day(forecast?.from)} ${day(forecast?.to)}`];
    });
    const end = before.state.schedule.finish(before.plan.lookup.member('atlas', 'go-live') as never) as number;
    assert.deepEqual(said, [
      'schema changed 11-10 - -',
      'aside renamed - - -',
      `go-live changed - 11-18 ${formatDay(end).slice(5)}`,
    ]);
    const open = { open: [], folded: [] };
    assert.ok(atOnce(shownOf(timeline, open)).span.to >= end);
    assert.deepEqual(
      atOnce(timelineOf(now)).rows.filter((row) => row.kind === 'item' && (row.change || row.formerly)),
      [],
    );
  });

  it('has programs, in them workstreams, in these what can be forecast, in the order of time', () => {
    assert.deepEqual(
      made(ATLAS).rows.map(({ key, depth, parent }) => `${'  '.repeat(depth)}${key} < ${parent ?? 'nothing'}`),
      [
        'program atlas < nothing',
        '  workstream atlas/data < program atlas',
        '    item atlas/new < workstream atlas/data',
        '    item atlas/schema < workstream atlas/data',
        '  workstream atlas/app < program atlas',
        '    item atlas/D-1 < workstream atlas/app',
        '    item atlas/screens < workstream atlas/app',
        '  workstream atlas/elsewhere < program atlas',
        '    item atlas/side < workstream atlas/elsewhere',
        '  rest atlas < program atlas',
        '    item atlas/go-live < rest atlas',
      ],
    );
  });

  it('shows what was planned beside what is forecast, with the slip in working days', () => {
    const { planned, forecast, slip } = row('item atlas/schema');
    assert.deepEqual([stretch(planned), stretch(forecast), slip], ['- 26-11-10', '26-11-02 26-11-13', 3]);
    const screens = row('item atlas/screens');
    assert.equal(stretch(screens.planned), '26-11-09 26-11-20');
    assert.equal(stretch(screens.forecast), '26-11-09 26-11-13');
    assert.equal(screens.slip, -5);
  });

  it('shows what takes no time as a point', () => {
    assert.equal(stretch(row('item atlas/D-1').forecast), '- 26-11-02');
  });

  it('shows what was done lately, and says how much was done before', () => {
    const timeline = made(ATLAS);
    assert.deepEqual(row('item atlas/new', timeline).marks, ['done']);
    assert.equal(timeline.doneBefore, 1);
    const open = made(ATLAS, { hideDone: true });
    assert.equal(open.doneBefore, 2);
    assert.ok(!open.rows.some(({ key }) => key === 'item atlas/new'));
  });

  it('leaves out what a filter does not let pass, and groups without items', () => {
    const { rows } = made(ATLAS, { filter: ({ type }) => type.name === 'decision' });
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['program atlas', 'workstream atlas/app', 'item atlas/D-1'],
    );
    assert.deepEqual(made(ATLAS, { filter: () => false }).rows, []);
  });

  it('marks what is critical, late, overdue, blocked, held up, firm and the goal', () => {
    assert.deepEqual(row('item atlas/D-1').marks, ['late', 'overdue']);
    assert.deepEqual(row('item atlas/schema').marks, ['late']);
    assert.deepEqual(row('item atlas/screens').marks, ['critical', 'blocked']);
    assert.deepEqual(row('item atlas/go-live').marks, ['goal', 'firm', 'critical', 'held-up']);
    assert.deepEqual(row('workstream atlas/app').marks, ['critical', 'late', 'overdue', 'blocked']);
  });

  it('says of a program what its goal or its target misses by, whichever is more', () => {
    const plan = (target: string, due: string): string =>
      `---\ntype: program\nid: p\ntarget: ${target}\ngoal: g\nstart: 2026-11-02\nmilestones:\n  - { id: g, duration: 10d, due: ${due} }\n---\n`;
    const slip = (target: string, due: string) => row('program p', made(plan(target, due))).slip;
    assert.equal(slip('2026-11-20', '2026-11-11'), 2);
    assert.equal(slip('2026-11-12', '2026-11-18'), 1);
    assert.equal(slip('2026-11-20', '2026-11-18'), -3);
  });

  it('sums up what is in a workstream and in a program', () => {
    const data = row('workstream atlas/data');
    assert.ok(data.kind === 'workstream');
    assert.equal(stretch(data.forecast), '26-10-01 26-11-13');
    assert.equal(data.counts.items, 2);
    assert.equal(data.counts.done, 1);
    assert.equal(data.counts.late, 1);
    const atlas = row('program atlas');
    assert.ok(atlas.kind === 'program');
    assert.equal(stretch(atlas.planned), '26-10-01 26-12-11');
    assert.equal(atlas.counts.items, 6);
    assert.equal(atlas.title, 'Atlas');
  });

  it('links what waits with what it waits for, by the type of the link', () => {
    const { links } = made(ATLAS);
    assert.deepEqual(
      links.map(({ from, to, type, driving }) => `${from} ${type} ${to}${driving ? ' driving' : ''}`).sort(),
      [
        'item atlas/D-1 FS item atlas/screens',
        'item atlas/schema FS item atlas/go-live',
        'item atlas/schema SS item atlas/screens',
        'item atlas/screens FS item atlas/go-live driving',
      ],
    );
    assert.equal(links.find(({ from }) => from === 'item atlas/screens')?.critical, true);
  });

  it('draws no link that closes a cycle, or leads to what is not shown', () => {
    const cycle = `---
type: program
id: p
milestones:
  - { id: a, duration: 1d, depends_on: [b] }
  - { id: b, duration: 1d, depends_on: [a] }
---
`;
    assert.equal(made(cycle).links.length, 1);
    assert.deepEqual(made(ATLAS, { filter: ({ id }) => id === 'screens' }).links, []);
  });

  it('writes out what cannot be seen in a title', () => {
    const timeline = made('---\ntype: program\nid: p\nmilestones:\n  - { id: a, title: "x\\u202ey" }\n---\n');
    assert.equal(row('item p/a', timeline).title, 'x\\u{202e}y');
  });

  it('tells items of the same id apart', () => {
    const twice = '---\ntype: program\nid: p\nmilestones:\n  - { id: a }\n  - { id: a }\n---\n';
    assert.deepEqual(
      made(twice)
        .rows.filter(({ kind }) => kind === 'item')
        .map(({ key }) => key),
      ['item p/a', 'copy 2 of item p/a'],
    );
  });
});

describe('a timeline that is folded', () => {
  const folding = (changed: Partial<Folding>): Folding => ({ open: [], folded: [], ...changed });

  it('shows a group in the place of its rows, and draws its lines', () => {
    const shown = atOnce(shownOf(made(ATLAS), folding({ folded: ['workstream atlas/app'] })));
    const keys = shown.rows.map(({ key }) => key);
    assert.ok(keys.includes('workstream atlas/app') && !keys.includes('item atlas/screens'));
    assert.equal(shown.rows.find(({ key }) => key === 'workstream atlas/app')?.folded, true);
    assert.deepEqual(shown.links.map(({ from, to, type }) => `${from} ${type} ${to}`).sort(), [
      'item atlas/schema FS item atlas/go-live',
      'item atlas/schema SS workstream atlas/app',
      'workstream atlas/app FS item atlas/go-live',
    ]);
  });

  it('draws no lines between two groups', () => {
    const shown = atOnce(shownOf(made(ATLAS), folding({ folded: ['workstream atlas/app', 'workstream atlas/data'] })));
    assert.deepEqual(
      shown.links.map(({ from, to, type }) => `${from} ${type} ${to}`),
      ['workstream atlas/data FS item atlas/go-live', 'workstream atlas/app FS item atlas/go-live'],
    );
  });

  it('spans all that it draws, and today', () => {
    const spanOf = (text: string, changed: Partial<Folding> = {}): string => {
      const { from, to } = atOnce(shownOf(made(text), folding(changed))).span;
      return `${formatDay(from)} ${formatDay(to)}`;
    };
    assert.equal(spanOf(ATLAS), '2026-10-01 2026-12-11');
    assert.equal(spanOf('---\ntype: program\nid: empty\n---\n'), `${today} ${today}`);
    // Of what is folded, what was planned is not drawn.
    const early =
      '---\ntype: program\nid: p\nmilestones:\n  - { id: a, workstream: w, duration: 2d, due: 2028-06-01 }\n---\n';
    assert.match(spanOf(early), / 2028-06-01$/);
    assert.match(spanOf(early, { folded: ['workstream p/w'] }), / 2026-\d\d-\d\d$/);
  });

  it('shows one row of a program that is folded, whatever is folded in it', () => {
    const shown = atOnce(shownOf(made(ATLAS), folding({ folded: ['workstream atlas/app', 'program atlas'] })));
    assert.deepEqual(
      shown.rows.map(({ key }) => key),
      ['program atlas'],
    );
    assert.deepEqual(shown.links, []);
  });

  const large = (count: number, streams: number): string =>
    `---\ntype: program\nid: p\nmilestones:\n${Array.from({ length: count }, (_, n) => `  - { id: m${n}, workstream: w${n % streams} }\n`).join('')}---\n`;

  it('folds its workstreams where it is large, until they are opened', () => {
    const timeline = made(large(500, 5));
    const shown = atOnce(shownOf(timeline, folding({})));
    assert.equal(shown.rows.length, 6);
    assert.equal(
      shown.rows.reduce((sum, shownRow) => sum + (shownRow.kind === 'workstream' ? shownRow.counts.items : 0), 0),
      500,
    );
    assert.equal(atOnce(shownOf(timeline, folding({ open: ['workstream p/w1'] }))).rows.length, 106);
  });

  it('folds its programs where there are very many workstreams', () => {
    assert.equal(atOnce(shownOf(made(large(450, 450)), folding({}))).rows.length, 1);
  });
});
