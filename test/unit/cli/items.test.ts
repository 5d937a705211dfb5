import assert from 'node:assert/strict';
import { itemDetailsJson } from '../../../src/cli/items/details-json.ts';
import { itemDetailsText } from '../../../src/cli/items/details-text.ts';
import { itemJson } from '../../../src/cli/items/item-json.ts';
import { itemTable } from '../../../src/cli/items/item-table.ts';
import { filtersOf } from '../../../src/cli/items/read-filters.ts';
import { toJson } from '../../../src/cli/json.ts';
import { PLAIN } from '../../../src/cli/terminal/style.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { listSchema, showSchema } from '../../cli/schemas.ts';
import { CONTROLS } from './findings.ts';
import { item, snapshotOf } from './plans.ts';

const PLAN = {
  'milepost.yaml': 'fields: { cost_centre: text }\nstatuses: { milestone: { done: [launched] } }\n',
  'README.md': item('program', 'atlas', 'owner: maria', 'cost_centre: CC-1'),
  'api.md': item(
    ...([
      'milestone',
      'api',
      'title: Public API',
      'owner: Maria Silva <m@x.org>',
      'due: 2026-12-11',
      'tags: [launch, api]',
    ] as const),
    'depends_on: [auth SS+3d, contract]',
  ),
  'auth.md': item('milestone', 'auth', 'status: launched', 'due: 2026-11-13', 'key: yes', 'duration: 2 weeks'),
  'late.md': item('milestone', 'late', 'status: wip', 'owner: "@chen"', 'due: 2026-11-13', 'updated: 2026-10-01'),
  'contract.md': item('decision', 'contract', 'due: 2026-11-20', 'blocks: [api]'),
  'risk.md': item('risk', 'R-1', 'probability: 40%', 'impact: 4', 'affects: [atlas/api]', 'owner: chen'),
};

let snapshot: Snapshot;
before(async () => {
  snapshot = await snapshotOf(PLAN);
});

const ids = (...words: string[]): string[] =>
  snapshot.plan.items.filter(filtersOf(words, snapshot)).map(({ id }) => id);
const named = (id: string): Item => snapshot.plan.items.find((candidate) => candidate.id === id) as Item;

describe('list filters', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['', ['atlas', 'api', 'auth', 'contract', 'late', 'R-1']],
    ['milestone', ['api', 'auth', 'late']],
    ['risks', ['R-1']],
    ['blocked', ['api']],
    ['overdue', ['contract', 'late']],
    ['milestone overdue', ['late']],
    ['stale', ['late']],
    ['status=in-progress', ['late']],
    ['status=done', ['auth']],
    ['owner=chen', ['late', 'R-1']],
    ['owner=@chen', ['late', 'R-1']],
    ['owner=m@x.org', ['api']],
    ['owner=', ['auth', 'contract']],
    ['due=2026-12', ['api']],
    ['due=2026-12-11', ['api']],
    ['milestone due=2026-Q4', ['api', 'auth', 'late']],
    ['updated=2026-Q4', ['late']],
    ['tags=Launch', ['api']],
    ['dependsOn=auth', ['api']],
    ['affects=api', ['R-1']],
    ['affects=atlas/api', ['R-1']],
    ['impact=high', ['R-1']],
    ['impact=4', ['R-1']],
    ['probability=40', ['R-1']],
    ['key=true', ['auth']],
    ['duration=2w', ['auth']],
    ['cost_centre=cc-1', ['atlas']],
    ['title=R-1', ['R-1']],
    ['program=atlas type=decision', ['contract']],
    ['x_team=', ['atlas', 'api', 'auth', 'contract', 'late', 'R-1']],
  ];
  for (const [filter, expected] of cases) {
    it(`find ${filter || 'everything without a filter'}`, () => {
      assert.deepEqual(ids(...filter.split(' ').filter(Boolean)), expected);
    });
  }

  it('name what was probably meant', () => {
    const failures: readonly [string[], RegExp][] = [
      [
        ['blokced', 'statsu=x'],
        /^there is no filter "blokced": did you mean blocked\?; no item has a field "statsu": .*status=…\?$/,
      ],
      [['blokced'], /^there is no filter "blokced": did you mean blocked\?$/],
      [['milestoen'], /^there is no filter "milestoen": did you mean milestone\?$/],
      [
        ['wxyz'],
        /^there is no filter "wxyz": write a type \(program, .*\), blocked, stale, overdue, critical, late or field=value$/,
      ],
      [['milestone', 'risk'], /^"risk" is a type: write it first, and only one$/],
      [['ownr=maria'], /^no item has a field "ownr": did you mean owner=…\?$/],
      [['status=lunched'], /^there is no status "lunched": write one of /],
      [['due=2026-13'], /^due: "2026-13" is not a date: there is no month 13$/],
      [['impact=hgih'], /^impact: "hgih" is not a level/],
      [['constructor'], /^there is no filter "constructor"/],
      [['__proto__=x'], /^no item has a field "__proto__"$/],
    ];
    for (const [words, message] of failures) assert.throws(() => ids(...words), { name: 'Failure', message });
  });
});

describe('list', () => {
  it('prints a line for each item', () => {
    assert.equal(
      itemTable([named('api'), named('auth'), named('R-1')], snapshot, PLAIN),
      [
        'api   milestone  planned (blocked)  2026-12-11  Maria Silva  Public API',
        'auth  milestone  done               2026-11-13               auth',
        'R-1   risk       open                           chen         R-1',
        '',
      ].join('\n'),
    );
  });

  it('prints JSON', () => {
    const { items } = listSchema.parse({
      schemaVersion: 1,
      today: '2026-11-21',
      items: [itemJson(named('api'), snapshot)],
    });
    assert.deepEqual(items[0], {
      id: 'atlas/api',
      type: 'milestone',
      title: 'Public API',
      status: 'planned',
      open: true,
      owner: 'Maria Silva',
      program: 'atlas',
      workstream: null,
      start: null,
      due: '2026-12-11',
      blocked: true,
      blockedBy: ['atlas/contract'],
      stale: false,
      overdue: false,
      forecast: '2026-12-11',
      slip: 0,
      critical: true,
      health: null,
      file: 'api.md',
      range: { start: { line: 3, column: 5 }, end: { line: 3, column: 8 } },
    });
  });
});

describe('show', () => {
  const context = { place: { fromHere: (path: string) => path }, style: PLAIN };

  it('tells what an item says, its neighbours, what blocks it, and what was found', () => {
    assert.match(
      itemDetailsText(named('api'), snapshot, context),
      new RegExp(
        [
          '^Public API\natlas/api · api\\.md:3\n',
          '  type    milestone\n  status  planned\n  owner   Maria Silva\n  due     2026-12-11\n  tags    \\[launch, api\\]\n',
          'Forecast\n  finishes     2026-12-11\n  total float  0 .*\n  free float   0 .*\n  margin       15 .*\n  critical     yes: every slip moves the end of the program\n',
          'Why\n  api on 2026-12-11, driven by its date\n',
          'Waits for\n  auth .*  SS\\+3d\n  contract .*\n',
          'Blocked by\n  contract .*  past its due date\n$',
        ].join('\n'),
      ),
    );
    assert.match(
      itemDetailsText(named('contract'), snapshot, context),
      /\nWaited for by\n {2}api .*\n\nFindings\n {2}warning {2}/,
    );
  });

  it('say the records that replace another one, wherever it names them, by their names alone', async () => {
    const records = await snapshotOf({
      'milepost.yaml': 'adapters:\n  - { use: adr, files: docs/adr/*.md }\n',
      'docs/adr/0001-a.md':
        '# A\n\n## Status\n\nSuperseded by [B](0002-b.md#x "B") and\nsuperseded by [C](<0003-c.md>)\n',
      'docs/adr/0002-b.md': '---\ndeciders: [maria, tom]\n---\n# B\n',
      'docs/adr/0003-c.md': '# C\n\n- Deciders: maria, tom\n',
    });
    const details = records.plan.items.map((one) => itemDetailsText(one, records, context)).join();
    assert.match(details, /superseded_by +0002-b, 0003-c\n/);
    assert.match(details, /decision_makers +\[maria, tom\]\n/);
    assert.match(details, /decision_makers +maria, tom\n/);
  });

  it('tells every field once: each entry of a list on its line, and a target that is no due date', async () => {
    const { plan, ...rest } = await snapshotOf({
      'plan.md': `---
type: program
id: atlas
target: 2027-03-31
links:
  Board: https://example.org/board
  Minutes: https://example.org/minutes
metrics:
  - id: defects
    target: 2
    samples:
      - { date: 2026-11-13, value: 9 }
      - date: 2026-11-20
        value: 8
updates:
  - { id: status, date: 2026-11-20, sent_to: [Tom, Ruth] }
actions:
  - { id: A-1, status: open, done: 2026-11-20 }
---
`,
    });
    const told = (id: string): string => {
      const found = plan.items.find((each) => each.id === id) as Item;
      const [, facts = ''] = itemDetailsText(found, { plan, ...rest }, context).split('\n\n');
      return facts.replace(/^ {2}(?:type|status|owner) .*\n/gm, '').trimEnd();
    };
    assert.equal(
      told('atlas'),
      '  due     2027-03-31\n  links   Board: https://example.org/board\n          Minutes: https://example.org/minutes',
    );
    assert.equal(
      told('defects'),
      '  target   2\n  samples  { date: 2026-11-13, value: 9 }\n           date: 2026-11-20 value: 8',
    );
    assert.equal(told('status'), '  closed   2026-11-20\n  sent_to  [Tom, Ruth]');
    assert.equal(told('A-1'), '  done    2026-11-20');
  });

  it('prints JSON', () => {
    const items = [named('api'), named('late')].map((each) => itemDetailsJson(each, snapshot));
    const document = showSchema.parse(JSON.parse(toJson({ today: '2026-11-21', items })));
    assert.deepEqual(document.items[0]?.waitsFor, [
      { id: 'atlas/auth', link: 'SS', lag: '3d' },
      { id: 'atlas/contract', link: 'FS', lag: null },
    ]);
    assert.deepEqual(document.items[0]?.blockCauses, [{ id: 'atlas/contract', kind: 'overdue' }]);
    assert.ok((document.items[1]?.findings.length ?? 0) > 0);
  });

  it('prints what is measured, how far it has come, and what it costs', async () => {
    const measured = await snapshotOf({
      'README.md': [
        '---\ntype: program\nid: p\nowner: dana',
        'workstreams: [{ id: ws, owner: dana }]',
        'milestones: [{ id: m, owner: dana, workstream: ws, due: 2026-12-11, budget: 10k EUR, spent: 2500 EUR }]',
        'metrics: [{ id: x, owner: dana, target: 9, samples: [{ date: 2026-11-20, value: 4 }] }]',
        'objectives: [{ id: O-1, owner: dana, delivered_by: [m], key_results: [{ title: y, metric: x, start: 0 }] }]',
        '---\n',
      ].join('\n'),
    });
    const { items } = showSchema.parse(
      JSON.parse(
        toJson({ today: '2026-11-21', items: measured.plan.items.map((each) => itemDetailsJson(each, measured)) }),
      ),
    );
    const budget = [{ currency: 'EUR', budget: 10000, spent: 2500 }];
    const figures = new Map(items.map((each) => [each.id, each.figures]));
    assert.deepEqual(figures.get('p'), { budget, workstreams: [{ workstream: 'ws', budget }] });
    assert.deepEqual(figures.get('p/ws'), { budget });
    assert.equal(figures.get('p/m'), null);
    assert.partialDeepStrictEqual(figures.get('p/x'), { latest: { date: '2026-11-20', value: 4 }, sparkline: '▄' });
    assert.partialDeepStrictEqual(figures.get('p/O-1'), {
      progress: 4 / 9,
      deliveredBy: [{ id: 'p/m', daysLate: null }],
    });
    const objective = measured.plan.items.find(({ id }) => id === 'O-1');
    assert.ok(objective);
    assert.match(
      itemDetailsText(objective, measured, context),
      /\nFigures\n {2}Progress: 44 %, 0 of 1 milestone done\n/,
    );
  });

  it('shows what a terminal would act on', async () => {
    const hostile = await snapshotOf({
      'a.md': item(
        'milestone',
        'a',
        'title: "\\e[31m \\u202e"',
        'owner: "\\e]0;x\\a"',
        'note: "\\x9b2J"',
        'workstream: "\\e"',
      ),
    });
    for (const each of hostile.plan.items) {
      assert.doesNotMatch(itemDetailsText(each, hostile, context), CONTROLS);
      assert.doesNotMatch(itemTable([each], hostile, PLAIN), CONTROLS);
      assert.doesNotMatch(toJson({ items: [itemDetailsJson(each, hostile)] }), CONTROLS);
    }
  });
});
