import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { dashboardOf } from '../../../src/core/views/dashboard/dashboard.ts';
import type { DashboardInput } from '../../../src/core/views/dashboard/dashboard-input.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';

const TODAY = '2026-11-02';

const board = (snapshot: Snapshot, more: Partial<DashboardInput> = {}) =>
  atOnce(dashboardOf({ ...snapshot, change: undefined, accepts: () => true, ...more }));

const PLAN = (duration = '5d') => `---
type: program
id: p
title: The program
health: green
goal: go-live
path_to_green: a second engineer joins
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: work, title: The work, owner: chen, workstream: data, duration: ${duration}, due: 2026-11-06 }
  - { id: go-live, title: Go-live, duration: 5d, due: 2026-11-13, commitment: firm, depends_on: [work] }
  - { id: was, title: Before, status: done, completed: 2026-10-30 }
decisions:
  - { id: D-1, title: Which one, owner: dana, due: 2026-10-30, blocks: [go-live] }
  - { id: D-2, title: Much later, due: 2027-06-01 }
issues:
  - id: I-1
    title: It is down
    owner: chen
    severity: high
    escalations: [{ to: Elin, on: 2026-10-20, answer_by: 2026-10-28 }]
risks:
  - { id: R-1, title: Small, probability: low, impact: low }
  - { id: R-2, title: Grave, owner: dana, probability: high, impact: very-high, affects: [work] }
metrics:
  - { id: steady, title: Steady, samples: [{ date: 2026-10-01, value: 5 }, { date: 2026-10-08, value: 5 }] }
  - id: worse
    title: Defects
    unit: defects
    direction: down
    threshold: 3
    samples: [{ date: 2026-10-01, value: 1 }, { date: 2026-10-08, value: 2 }, { date: 2026-10-15, value: 4 }]
objectives:
  - { id: O-1, title: Sold, due: 2026-11-10, delivered_by: [was, go-live] }
---
`;

const planOn = (text: string, day = TODAY): Snapshot => snapshotOf({ 'plan.md': text }, { today: day });

describe('the dashboard', () => {
  it('says above all dates that documents cannot be read whole, and where', () => {
    assert.equal(board(planOn(PLAN())).doubt, undefined);
    const broken = '---\ntype: milestone\nid: lost\ndue 2027-02-12\n---\n';
    const unfenced = '\n—\ntype: milestone\nid: out\n—\n';
    const files = { 'plan.md': PLAN(), 'lost.md': broken, 'out.md': unfenced };
    const { doubt } = board(snapshotOf(files, { today: TODAY }));
    assert.equal(doubt?.text, '2 documents cannot be read whole, so these dates may be wrong');
    assert.deepEqual(
      doubt?.shown.map(({ source, range }) => [source.path, source.text.slice(range.start, range.end)]),
      [
        ['lost.md', 'due 2027-02-12'],
        ['out.md', '—'],
      ],
    );
  });

  it('says how a program stands, when it finishes, and what keeps it from being green', () => {
    const { programs } = board(planOn(PLAN('10d')));
    const [card] = programs.shown;
    assert.ok(card);
    const { title, value, said, finish, milestones, pathToGreen } = card;
    assert.deepEqual(
      { title, value, said, milestones, pathToGreen },
      {
        title: 'The program',
        value: 'red',
        said: 'green',
        milestones: { done: 1, all: 3 },
        pathToGreen: 'A second engineer joins.',
      },
    );
    assert.equal(
      `${finish?.item.id} ${finish?.day}: ${finish?.detail}`,
      'go-live 20 Nov: 5 working days after its firm date 13 Nov',
    );
    assert.deepEqual(
      card.reasons.shown.map(({ item, detail, root }) => `${item.id}: ${detail}${root ? `, ${root.id}` : ''}`),
      [
        'go-live: 5 working days after its firm date 13 Nov, work',
        'R-2: score 20, has no mitigation, and affects work on the critical path',
      ],
    );
    assert.deepEqual(
      card.workstreams.shown.map((one) => `${one.title} ${one.value}`),
      ['Data red'],
    );
  });

  it('says of a day that was promised twice once that it is missed, and of two days each', () => {
    const twice = (target: string) =>
      board(
        planOn(`---
type: program
id: p
goal: go
target: ${target}
milestones: [{ id: a, duration: 30d }, { id: go, due: 2026-11-20, depends_on: [a] }]
---
`),
      ).programs.shown[0]?.reasons.shown.map(({ detail }) => detail.replace(/^\d+ working days? /, ''));
    assert.deepEqual(twice('2026-11-20'), ['after its due date 20 Nov']);
    assert.deepEqual(twice('2026-11-25'), ['after its due date 20 Nov', "after the program's target 25 Nov"]);
  });

  it('lists what is asked of people within a month, without what has time, and escalations apart', () => {
    const { asks, escalations } = board(planOn(PLAN()));
    assert.deepEqual(
      asks.shown.map(({ item, act, when, isOverdue, of, moves }) => [
        item.id,
        act,
        when,
        isOverdue,
        of,
        moves?.item.id,
      ]),
      [['D-1', 'Decide', '3 days overdue', true, 'dana', 'go-live']],
    );
    assert.deepEqual(
      escalations.shown.map(({ item, to, when, detail }) => [item.id, to, when, detail]),
      [['I-1', 'Elin', '5 days overdue', 'severity high, owned by chen']],
    );
  });

  it('tells what has moved where it began, with what counts most of what moved with it', () => {
    const now = planOn(PLAN('8d'));
    const before = planOn(PLAN(), '2026-11-01');
    const diff = atOnce(diffPlans({ ...before, findings: [] }, { ...now, findings: [] }));
    const change = { since: before.today, diff, missing: undefined };
    const { moved, programs } = board(now, { change });
    assert.equal(moved.since, '1 November');
    assert.deepEqual(
      moved.shown.map(({ item, far, isLater, detail, effect }) => [
        item?.id,
        far,
        isLater,
        detail,
        effect && `${effect.item.id} ${effect.far} ${effect.detail}`,
      ]),
      [['work', '+3d', true, '6 → 11 Nov · duration 5d → 8d', 'go-live +3d now 18 Nov']],
    );
    assert.equal(programs.shown[0]?.finish?.before, '3 working days later than on 1 Nov');
  });

  it('says why it does not know what has moved, and that it is still looking', () => {
    const now = planOn(PLAN());
    assert.match(board(now).moved.instead, /^Looking/);
    const change = { since: now.today - 7, diff: undefined, missing: 'there is no git' };
    assert.equal(board(now, { change }).moved.instead, 'What has changed is not known: there is no git.');
  });

  it('puts first the highest score, the metric beyond its threshold, and the milestone that comes first', () => {
    const { risks, metrics, milestones, objectives } = board(planOn(PLAN('8d')));
    assert.deepEqual(
      risks.shown.map(({ item, score, band, detail, threatens }) => [item.id, score, band, detail, threatens?.id]),
      [
        ['R-2', 20, 'high', 'dana · no mitigation', 'work'],
        ['R-1', 4, 'low', 'no mitigation', undefined],
      ],
    );
    assert.deepEqual(
      metrics.shown.map(({ item, latest, isBeyond, isWorse, series }) => [
        item.id,
        latest,
        isBeyond,
        isWorse,
        series.length,
      ]),
      [
        ['worse', '4 defects', true, true, 3],
        ['steady', '5', false, false, 2],
      ],
    );
    assert.deepEqual(
      milestones.shown.map(({ item, day, slip, isKey, detail }) => [item.id, day, slip, isKey, detail]),
      [
        ['work', '11 Nov', '+3d', false, 'chen · due 6 Nov'],
        ['go-live', '18 Nov', '+3d', true, 'due 13 Nov · blocked'],
      ],
    );
    assert.deepEqual(
      objectives.shown.map(({ item, text, detail, late }) => [item.id, text, detail, late?.item.id, late?.detail]),
      [['O-1', '50 %', 'due 10 Nov · 1 of 2 delivered', 'go-live', 'is forecast for 18 Nov']],
    );
  });

  it('shows the first few of many, and counts the others', () => {
    const entries = Array.from(
      { length: 20 },
      (_, n) => `  - { id: m${n}, due: 2026-12-${String(n + 1).padStart(2, '0')} }\n`,
    );
    const { milestones } = board(planOn(`---\ntype: program\nid: p\nmilestones:\n${entries.join('')}---\n`));
    assert.equal(milestones.shown.length + milestones.more, 20);
    assert.ok(milestones.shown.length < 10);
    assert.equal(milestones.shown[0]?.item.id, 'm0');
  });

  it('says how many of the milestones that it only counts are late, and no day that would be made up', () => {
    const milestones = (late: number): string =>
      [
        '---\ntype: program\nid: p\ntitle: P\ngoal: go\nmilestones:',
        '  - { id: go, title: Go, due: 1.12.2026 }',
        ...Array.from({ length: 6 }, (_, i) => `  - { id: m${i}, due: 2026-12-1${i} }`),
        ...Array.from(
          { length: late },
          (_, i) => `  - { id: l${i}, start: 2027-01-04, duration: 5d, due: 2027-01-0${i + 5} }`,
        ),
        '  - { id: none }\n---\n',
      ].join('\n');
    const found = board(planOn(milestones(2)));
    assert.deepEqual(
      [found.milestones.more, found.milestones.worse, found.milestones.shown.map(({ item }) => item.id)],
      [5, '2 of them late', ['m0', 'm1', 'm2', 'm3', 'm4']],
    );
    assert.equal(board(planOn(milestones(0))).milestones.worse, undefined);
    const few = board(planOn(milestones(0).replace(/^ {2}- .*m[0-4].*\n/gm, ''))).milestones.shown;
    assert.deepEqual(
      few.map(({ item, day, slip }) => [item.id, day, slip]),
      [
        ['m5', '15 Dec', ''],
        ['go', 'date cannot be read', ''],
        ['none', 'no date', ''],
      ],
    );
    assert.deepEqual(found.programs.shown[0]?.finish && { ...found.programs.shown[0].finish, item: undefined }, {
      ...{ item: undefined, day: 'date cannot be read', detail: '', isLate: false, before: '' },
    });
  });

  it('says how many of the workstreams that have no room are not green', () => {
    const many = [
      '---\ntype: program\nid: p\nworkstreams:',
      ...Array.from({ length: 14 }, (_, i) => `  - { id: w${i} }`),
      'milestones:\n  - { id: a, workstream: w13, duration: 20d, due: 2026-11-06, key: true }\n---\n',
    ].join('\n');
    const { more, worse } = board(planOn(many)).programs.shown[0]?.workstreams ?? {};
    assert.deepEqual([more, worse], [2, '1 of them not green']);
  });

  it('puts the program first that stands worst, and shows what passes a filter alone', () => {
    const program = (id: string, due: string) => `---
type: program
id: ${id}
goal: go
milestones:
  - { id: go, title: ${id}, owner: ${id}-owner, duration: 10d, due: ${due}, commitment: firm }
---
`;
    const plan = snapshotOf(
      { 'a/README.md': program('a', '2027-01-15'), 'b/README.md': program('b', '2026-11-06') },
      { today: TODAY },
    );
    assert.deepEqual(
      board(plan).programs.shown.map(({ title, value }) => `${title} ${value}`),
      ['b red', 'a green'],
    );
    const only = board(plan, { accepts: ({ owner }) => owner?.name === 'a-owner' });
    assert.deepEqual(
      only.programs.shown.map(({ title }) => title),
      ['a'],
    );
    assert.deepEqual(
      only.milestones.shown.map(({ item }) => item.program),
      ['a'],
    );
  });

  it('has nothing to show of nothing, and does not fail', () => {
    const { programs, asks, milestones } = board(snapshotOf({}));
    assert.deepEqual([programs.shown, asks.shown, milestones.shown], [[], [], []]);
  });
});
