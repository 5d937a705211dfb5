import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Item } from '../../../src/core/plan/item.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { decisionsPage } from '../../../src/vscode/panels/plan-views/decisions-page.ts';
import { Places } from '../../../src/vscode/panels/plan-views/places.ts';
import { risksPage } from '../../../src/vscode/panels/plan-views/risks-page.ts';
import { timelinePage } from '../../../src/vscode/panels/plan-views/timeline-page.ts';
import { type GraphChoice, WHOLE_GRAPH } from '../../../src/webview/protocol.ts';
import { snapshotOf } from '../../support/plan.ts';

const snapshot = (yaml: string) =>
  snapshotOf({ 'plan.md': `---\ntype: program\nid: p\ntitle: P\ngoal: end\n${yaml}---\n` }, { today: '2026-11-02' });

const all = () => true;

/** What a page says, of a plan and a choice. */
const said = <P>(
  page: (
    s: ReturnType<typeof snapshot>,
    choice: GraphChoice,
    passes: () => boolean,
    places: Places,
  ) => Generator<void, P>,
  yaml: string,
  choice: Partial<GraphChoice> = {},
): P => {
  const made = snapshot(yaml);
  return atOnce(page(made, { ...WHOLE_GRAPH, ...choice }, all, new Places(made.plan)));
};

const PLAN = `milestones:
  - { id: end, title: The end, due: 2026-11-04, depends_on: [work] }
  - { id: work, workstream: data, duration: 5d, due: 2026-11-05 }
  - { id: old, workstream: data, completed: 2026-08-03 }
`;

describe('the page of the timeline', () => {
  it('says what is shown, what is folded, and what is left out', () => {
    assert.equal(said(timelinePage, PLAN).summary, '2 items · 1 done more than four weeks ago and left out');
    const folded = said(timelinePage, PLAN, { folded: ['workstream p/data'], hideDone: true });
    assert.equal(folded.summary, '2 items · 1 of them folded · 1 done and hidden');
    assert.equal(folded.rows.find(({ key }) => key === 'workstream p/data')?.slip, '1 item, 1 late');
  });

  it('links rows by their places', () => {
    const { rows, links } = said(timelinePage, PLAN);
    assert.deepEqual(
      links.map(({ from, to, type, marks }) => [rows[from]?.key, rows[to]?.key, type, marks]),
      [['item p/work', 'item p/end', 'FS', ['driving', 'critical']]],
    );
  });

  it('has a slip and the type of an item, and a card of a group', () => {
    const made = snapshot(PLAN);
    const places = new Places(made.plan);
    const { rows } = atOnce(timelinePage(made, WHOLE_GRAPH, all, places));
    const work = rows.find(({ key }) => key === 'item p/work');
    assert.equal(work?.slip, '+1d');
    assert.deepEqual(work?.marks, ['milestone', 'critical', 'late']);
    const card = places.thing(rows[0]?.id ?? '')?.card?.();
    assert.deepEqual(card?.slice(0, 3), ['P', 'program p', '2 items, 2 late']);
    assert.equal(places.thing(work?.id ?? '')?.item?.id, 'work');
  });

  it('shows what is critical, or blocked, alone', () => {
    const plan = `${PLAN}  - { id: free, duration: 1d }\n  - { id: stuck, duration: 1d, status: blocked }\n`;
    const items = (only: GraphChoice['only']) =>
      said(timelinePage, plan, { only })
        .rows.filter(({ kind }) => kind === 'item')
        .map(({ key }) => key);
    assert.deepEqual(items('critical').sort(), ['item p/end', 'item p/work']);
    assert.deepEqual(items('blocked'), ['item p/stuck']);
  });
});

describe('the page of the risk matrix', () => {
  it('says what all of it is expected to cost, and what it does not know', () => {
    const yaml = `${PLAN}risks:
  - { id: R-1, probability: 50%, impact: high, impact_days: 3d, affects: [end], owner: dana }
  - { id: R-2, mitigation: Care }
  - { id: R-3, status: closed }
`;
    const { summary, list } = said(risksPage, yaml);
    assert.equal(
      summary,
      '2 open risks · 1.5 working days of exposure · 1 without impact_days · 1 without probability or impact, in the list only · 1 closed or occurred and left out',
    );
    assert.deepEqual(
      list.map(({ name, score, exposure, owner, status, marks }) => [name, score, exposure, owner, status, marks]),
      [
        ['R-1', '12', '1.5d', 'dana', 'open, no mitigation', ['critical', 'unmitigated']],
        ['R-2', '', '', '', 'open', []],
      ],
    );
  });

  it('names eight risks of a cell, and says how many more there are; the list has them all', () => {
    const risks = Array.from({ length: 11 }, (_, n) => `  - { id: R-${n}, probability: low, impact: low }\n`);
    const { rows, list } = said(risksPage, `risks:\n${risks.join('')}`);
    const cell = rows[3]?.cells[1];
    assert.deepEqual([cell?.risks.length, cell?.more, list.length], [8, 3, 11]);
    assert.equal(cell?.label, 'Probability low, impact low: score 4');
  });

  it('shows what threatens a critical path, and leaves out what is accepted, where that is asked for', () => {
    const yaml = `${PLAN}  - { id: free }\nrisks:
  - { id: R-1, affects: [work] }
  - { id: R-2, affects: [old], status: accepted }
`;
    const names = (choice: Partial<GraphChoice>) => said(risksPage, yaml, choice).list.map(({ name }) => name);
    assert.deepEqual(names({}), ['R-1', 'R-2']);
    assert.deepEqual(names({ only: 'critical' }), ['R-1']);
    assert.deepEqual(names({ hideDone: true }), ['R-1']);
  });
});

describe('the page of the decision log', () => {
  const yaml = `${PLAN}decisions:
  - { id: D-1, due: 2026-10-30, blocks: [work] }
  - { id: D-2, date: 2026-10-01, outcome: Yes }
`;

  it('says when something has to be decided, or was', () => {
    const { open, decided, summary } = said(decisionsPage, yaml);
    assert.deepEqual(
      open.map(({ name, date, moment, marks }) => [name, date, moment, marks]),
      [['D-1', 'due 30 Oct, overdue', 'decide today or end moves', ['overdue']]],
    );
    assert.deepEqual(
      decided.map(({ name, date, outcome }) => [name, date, outcome]),
      [['D-2', '1 Oct', 'Yes']],
    );
    assert.equal(summary, '1 to be decided · 1 decided');
  });

  it('hides what was decided, and says so', () => {
    const { decided, summary } = said(decisionsPage, yaml, { hideDone: true });
    assert.deepEqual([decided, summary], [[], '1 to be decided · 1 decided and hidden']);
  });
});

describe('what filters leave out', () => {
  const yaml = `${PLAN}  - { id: mine, owner: maria }
decisions:
  - { id: D-1, owner: maria }
  - { id: D-2 }
  - { id: D-3, date: 2026-10-01 }
risks:
  - { id: R-1, owner: maria }
  - { id: R-2, owner: maria, status: accepted }
  - { id: R-3, status: accepted }
  - { id: R-4, status: closed }
  - { id: R-5, owner: maria, affects: [work] }
`;
  const made = snapshot(yaml);
  const ofMaria = (item: Item) => item.owner?.name === 'maria';
  const summaryOf = (
    page: typeof timelinePage | typeof risksPage | typeof decisionsPage,
    choice: Partial<GraphChoice> = {},
    passes: (item: Item) => boolean = ofMaria,
  ): string =>
    atOnce<{ summary: string }>(page(made, { ...WHOLE_GRAPH, ...choice }, passes, new Places(made.plan))).summary;

  it('is counted in every view', () => {
    assert.equal(summaryOf(timelinePage), '2 items · 5 left out by filters');
    assert.equal(summaryOf(decisionsPage), '1 to be decided · 0 decided · 2 left out by filters');
    assert.match(summaryOf(risksPage), /^3 open risks · .* · 2 left out by filters$/);
  });

  it('is what has not passed, and not what is hidden besides', () => {
    assert.match(summaryOf(risksPage, { hideDone: true }), / · 1 accepted and hidden · 2 left out by filters$/);
    assert.match(
      summaryOf(risksPage, { only: 'critical' }, () => true),
      /^1 open risk · .* · 1 closed or occurred and left out · 3 left out by filters$/,
    );
    assert.doesNotMatch(
      summaryOf(risksPage, { hideDone: true }, () => true),
      /filters/,
    );
  });
});

describe('the places of a page', () => {
  it('have one id for an item, wherever it stands, and none for what the page was not told of', () => {
    const { plan } = snapshot(PLAN);
    const places = new Places(plan);
    const [first, second] = plan.ofType('milestone');
    assert.ok(first && second);
    assert.deepEqual([places.ofItem(first), places.named(first).id, places.ofItem(second)], ['n0', 'n0', 'n1']);
    assert.equal(places.thing('n1')?.item, second);
    assert.equal(places.thing('n2'), undefined);
    assert.equal(places.thing('../README.md'), undefined);
    const card = () => ['P'];
    const id = places.ofGroup('program p', true, card);
    assert.deepEqual(
      [id, places.thing(id), places.thing('g9')],
      ['g2', { key: 'program p', isFolded: true, card }, undefined],
    );
    assert.deepEqual([places.idOf(first), places.idOf(second)], ['n0', 'n1']);
  });

  it('of an item at the cursor are its own, or that of the group that it is folded into, and none where it is left out', () => {
    const made = snapshot(PLAN);
    const placesOf = (choice: Partial<GraphChoice>, passes = (_item: Item) => true) => {
      const places = new Places(made.plan);
      const { rows } = atOnce(timelinePage(made, { ...WHOLE_GRAPH, ...choice }, passes, places));
      const keyOf = new Map(rows.map(({ id, key }) => [id, key]));
      return (id: string) => {
        const item = made.plan.items.find((each) => each.id === id);
        assert.ok(item);
        return keyOf.get(places.idOf(item) ?? '');
      };
    };
    assert.deepEqual(['work', 'p', 'old'].map(placesOf({})), ['item p/work', 'program p', undefined]);
    const folded = placesOf({ folded: ['workstream p/data'] });
    assert.deepEqual(['end', 'work', 'old'].map(folded), ['item p/end', 'workstream p/data', undefined]);
    assert.deepEqual(['end', 'work'].map(placesOf({ folded: ['program p'] })), ['program p', 'program p']);
    assert.equal(placesOf({}, ({ id }) => id !== 'work')('work'), undefined);
  });

  it('show what cannot be seen in an id or a title', () => {
    const made = snapshot('milestones:\n  - { id: a, title: "x\\u202ey" }\n');
    const [milestone] = made.plan.ofType('milestone');
    assert.ok(milestone);
    assert.deepEqual(new Places(made.plan).named(milestone), { id: 'n0', name: 'a', title: 'x\\u{202e}y' });
  });
});
