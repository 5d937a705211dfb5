import assert from 'node:assert/strict';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { chosenPlan, toggled } from '../../../src/vscode/panels/choice.ts';
import { DrawingLimits } from '../../../src/vscode/panels/graph/drawing-limits.ts';
import { findUnseen } from '../../../src/vscode/panels/graph/find-items.ts';
import { offersOf } from '../../../src/vscode/panels/offers.ts';
import type { Plans } from '../../../src/vscode/plans/plans.ts';
import { WHOLE_GRAPH } from '../../../src/webview/protocol.ts';
import { snapshotOf } from '../../support/plan.ts';

const { plan, state, today } = snapshotOf({
  'a.md': `---
type: program
id: a
title: The first
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: m1, workstream: data, owner: dana, status: done }
  - { id: m2, workstream: undescribed, owner: maria }
risks:
  - { id: R-1, owner: olga }
---
`,
  'b.md': '---\ntype: program\nid: b\nmilestones:\n  - { id: m1, owner: bo, status: blocked }\n---\n',
});

describe('what filters offer', () => {
  it('is what the items have, by name, workstreams and programs by their titles', () => {
    const offers = atOnce(offersOf(plan, ['x', 'y'], WHOLE_GRAPH));
    const labels = Object.entries(offers).map(([name, list]) => [name, list.map(({ label }) => label)]);
    assert.deepEqual(Object.fromEntries(labels), {
      plan: ['x', 'y'],
      program: ['b', 'The first'],
      workstream: ['a/undescribed', 'Data'],
      owner: ['bo', 'dana', 'maria', 'olga'],
      status: ['blocked', 'done', 'open', 'planned'],
    });
    assert.deepEqual(
      offers.workstream.map(({ value }) => value),
      ['a/undescribed', 'a/data'],
    );
  });

  it('is nothing where there is one of it alone', () => {
    const { plan: plans, workstream } = atOnce(offersOf(plan, ['x'], { ...WHOLE_GRAPH, program: 'b' }));
    assert.deepEqual([plans, workstream], [[], []]);
  });

  it('is what a program has that was chosen, and of owners and statuses what the items of the view have', () => {
    const owners = (types?: readonly string[], program = 'a'): readonly string[] =>
      atOnce(offersOf(plan, ['x'], { ...WHOLE_GRAPH, program }, types)).owner.map(({ value }) => value);
    assert.deepEqual(owners(), ['dana', 'maria', 'olga']);
    assert.deepEqual(owners(['milestone']), ['dana', 'maria']);
    assert.deepEqual(owners(['milestone'], ''), ['bo', 'dana', 'maria']);
  });

  it('has what was chosen, though it is alone, of another program, or gone', () => {
    const choice = { program: 'b', workstream: 'a/data', owner: 'nobody', status: 'in-progress' };
    const offers = atOnce(offersOf(plan, ['x'], { ...WHOLE_GRAPH, ...choice }));
    const labels = Object.entries(offers).map(([name, list]) => [name, list.map(({ label }) => label)]);
    assert.deepEqual(Object.fromEntries(labels), {
      plan: [],
      program: ['b', 'The first'],
      workstream: ['Data'],
      owner: ['bo', 'nobody'],
      status: ['blocked', 'in progress'],
    });
    const gone = atOnce(offersOf(plan, ['x'], { ...WHOLE_GRAPH, program: 'gone', workstream: 'gone/w' }));
    assert.deepEqual(
      [gone.program, gone.workstream].map((list) => list.map(({ value }) => value)),
      [['b', 'gone', 'a'], ['gone/w']],
    );
  });

  it('is 500 of each, what was chosen among them, and how many more there are', () => {
    const owners = Array.from({ length: 620 }, (_, n) => `  - { id: m${n}, owner: o${n} }\n`);
    const many = snapshotOf({ 'p.md': `---\ntype: program\nid: p\nmilestones:\n${owners.join('')}---\n` });
    const { owner } = atOnce(offersOf(many.plan, ['x'], { ...WHOLE_GRAPH, owner: 'o619' }));
    assert.equal(owner.length, 501);
    assert.ok(owner.some(({ value }) => value === 'o619'));
    assert.deepEqual(owner.at(-1), { value: '', label: 'and 120 more, not listed here', isNote: true });
  });
});

describe('the plan that is shown', () => {
  interface Folder {
    readonly name: string;
    readonly items: number;
    readonly isComplete?: boolean;
  }
  /** The name of the folder, and what is told to be chosen, of folders that have been read so far. */
  const chosen = (name: string, ...folders: readonly Folder[]) => {
    const known = folders.map(({ name, items, isComplete = true }) => ({
      name,
      snapshot: { complete: isComplete, plan: { items: Array.from({ length: items }) } },
    })) as unknown as Plans['folders'];
    const isComplete = folders.every((folder) => folder.isComplete ?? true);
    const plan = chosenPlan({ folders: known, isComplete }, { ...WHOLE_GRAPH, plan: name });
    return plan && [known.indexOf(plan.folder), plan.choice.plan];
  };
  const ledger = { name: 'ledger', items: 5 };
  const portal = { name: 'portal', items: 3 };
  const reading = { items: 0, isComplete: false };

  it('is the one that was chosen, else the first with items', () => {
    assert.deepEqual(chosen('portal', ledger, portal), [1, 'portal']);
    assert.deepEqual(chosen('', ledger, portal), [0, 'ledger']);
    assert.deepEqual(chosen('gone', { name: 'empty', items: 0 }, portal), [1, '']);
    assert.equal(chosen('portal', { name: 'empty', items: 0 }), undefined);
  });

  it('is waited for while it is not read, or not found', () => {
    assert.equal(chosen('portal', ledger, { ...reading, name: 'portal' }), undefined);
    assert.equal(chosen('portal', ledger, { ...portal, isComplete: false }), undefined);
    assert.equal(chosen('nested', ledger, { ...reading, name: 'portal' }), undefined);
  });

  it('keeps its name while others are read', () => {
    assert.deepEqual(chosen('portal', { ...reading, name: 'ledger' }, portal), [1, 'portal']);
  });

  it('is the same of two that have one name, however far the other is', () => {
    const first = { ...reading, name: 'docs' };
    const second = { name: 'docs', items: 2 };
    assert.equal(chosen('docs', first, second), undefined);
    assert.deepEqual(chosen('docs (2)', first, second), [1, 'docs (2)']);
  });
});

describe('a group that is clicked', () => {
  it('opens or folds, and is in one of the two lists at most; what is opened last stands last', () => {
    const opened = toggled({ ...WHOLE_GRAPH, open: ['a', 'b'], folded: ['c'] }, 'a', true);
    assert.deepEqual([opened.open, opened.folded], [['b', 'a'], ['c']]);
    const folded = toggled(opened, 'b', false);
    assert.deepEqual([folded.open, folded.folded], [['a'], ['c', 'b']]);
    const again = toggled(folded, 'c', true);
    assert.deepEqual([again.open, again.folded], [['a', 'c'], ['b']]);
  });
});

describe('what a picture does not show', () => {
  const found = (text: string, folded: readonly string[] = []) => {
    const unseen = findUnseen(text, plan, pictureOf({ plan, state, today }, { folded }));
    return [unseen.folded, unseen.left].map((items) => items.map(({ key }) => key));
  };

  it('is found by ids, titles and owners, folded and left out', () => {
    assert.deepEqual(found('m1'), [[], []]);
    assert.deepEqual(found('m1', ['program b']), [['b/m1'], []]);
    assert.deepEqual(found('  A/M1   dana ', ['program a']), [['a/m1'], []]);
    assert.deepEqual(found('olga'), [[], ['a/R-1']], 'a risk that nothing waits for');
    assert.deepEqual(found('The first'), [[], []], 'groups are frames');
    assert.deepEqual(found('   '), [[], []]);
  });
});

describe('the limits of a drawing', () => {
  it('are lowered with each one that fails, until there is too little to be worth it, and say so', () => {
    const limits = new DrawingLimits();
    const usual = limits.budget;
    limits.lower(100, 'failed');
    assert.deepEqual(limits.budget, { nodes: 40, edges: 60 });
    assert.equal(limits.notice, 'The drawing of 100 nodes failed. More of it is folded now.');
    limits.lower(40, 'failed');
    assert.deepEqual([limits.budget.nodes, limits.hasGivenUp], [16, false]);
    limits.lower(16, 'failed');
    assert.deepEqual([limits.budget.nodes, limits.hasGivenUp], [16, true]);
    assert.equal(limits.notice, 'The drawing of 16 nodes failed. Choose something else to be shown.');
    limits.reset();
    assert.deepEqual([limits.budget, limits.notice, limits.hasGivenUp], [usual, '', false]);
  });
});
