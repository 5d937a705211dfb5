import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { itemLabel } from '../../../src/core/views/item-label.ts';
import { type GroupBy, programTree, type TreeNode } from '../../../src/core/views/program-tree.ts';
import { snapshotOf } from '../../support/plan.ts';
import { smallPlan } from './small-plan.ts';

/** A tree as people would draw it: two spaces a level. */
function draw(nodes: readonly TreeNode[], indent = ''): string {
  return nodes.map((node) => `${indent}${node.label}\n${draw(node.children(), `${indent}  `)}`).join('');
}

function drawSmall(groupBy: GroupBy, hideDone = false): string {
  const { plan, state } = smallPlan();
  return draw(programTree(plan, state, { groupBy, hideDone }));
}

const lines = (...texts: string[]): string => texts.map((text) => `${text}\n`).join('');

describe('the program tree', () => {
  it('shows workstreams in the order of the plan, then what belongs to none, by type and date', () => {
    assert.equal(
      drawSmall('workstream'),
      lines(
        'Atlas migration',
        ...['  Platform', '    Kickoff', '    Auth cut over', '    Mobile login'],
        ...['  Ledger data', '    Schema v2'],
        ...['  Milestones', '    Launch'],
        ...['  Decisions', '    Token format'],
        ...['  Risks', '    Nobody has time'],
      ),
    );
  });

  it('puts items in the order of the dates that their rows name: the forecast before what is only due', () => {
    const { plan, state, ...input } = snapshotOf({
      'README.md': `---
type: program
id: p
owner: maria
milestones:
  - { id: slips, due: 2026-11-25, duration: 20d, start: 2026-11-23 }
  - { id: waits, depends_on: [slips] }
  - { id: soon, due: 2026-12-01 }
  - { id: last, due: 2027-01-15 }
  - { id: past, due: 2026-11-02 }
  - { id: done, due: 2027-02-01, status: done, completed: 2026-09-04 }
---
`,
    });
    const rows = programTree(plan, state, { groupBy: 'type', hideDone: false })
      .flatMap((program) => program.children())
      .flatMap((group) => group.children())
      .map(({ item, label }) => `${label} ${item && itemLabel(item, { plan, state, ...input }).description}`);
    assert.deepEqual(
      rows.map((row) => row.replace(/ · .*/, '')),
      [
        'done done 4 Sep',
        'past due 2 Nov',
        'soon due 1 Dec',
        'slips 18 Dec (+17d)',
        'waits forecast 18 Dec',
        'last due 15 Jan 2027',
      ],
    );
  });

  it('begins with the documents that cannot be read whole', () => {
    const broken = '---\ntype: milestone\nid: lost\ndue 2027-02-12\n---\n';
    const { plan, state } = snapshotOf({ 'README.md': '---\ntype: program\nid: p\n---\n', 'p/lost.md': broken });
    const tree = programTree(plan, state, { groupBy: 'workstream', hideDone: false });
    assert.equal(draw(tree), lines('1 document cannot be read whole', '  p/lost.md', 'p', '  Milestones', '    lost'));
    const place = tree[0]?.children()[0]?.place;
    assert.equal(place?.source.text.slice(place.range.start, place.range.end), 'due 2027-02-12');
  });

  it('groups by owner, inherited ones included', () => {
    assert.equal(
      drawSmall('owner', true),
      lines(
        'Atlas migration',
        ...['  chen', '    Auth cut over'],
        ...['  dana', '    Token format', '    Nobody has time'],
        ...['  maria', '    Launch'],
        ...['  priya', '    Schema v2'],
      ),
    );
  });

  it('groups by status, open ones first', () => {
    assert.equal(
      drawSmall('status'),
      lines(
        'Atlas migration',
        ...['  Planned', '    Auth cut over', '    Launch'],
        ...['  In progress', '    Schema v2'],
        ...['  Proposed', '    Token format'],
        ...['  Open', '    Nobody has time'],
        ...['  Done', '    Kickoff'],
        ...['  Cancelled', '    Mobile login'],
      ),
    );
  });

  it('groups by the month in which things are due', () => {
    assert.equal(
      drawSmall('due', true),
      lines(
        'Atlas migration',
        ...['  November 2026', '    Token format', '    Schema v2'],
        ...['  December 2026', '    Auth cut over'],
        ...['  March 2027', '    Launch'],
        ...['  No due date', '    Nobody has time'],
      ),
    );
  });

  it('groups by type, workstreams among them', () => {
    assert.match(
      drawSmall('type'),
      /^Atlas migration\n {2}Workstreams\n {4}Platform\n {4}Ledger data\n {2}Milestones\n/,
    );
  });

  it('groups by float, what is critical on top, in the order of the forecast', () => {
    assert.equal(
      drawSmall('float', true),
      lines(
        'Atlas migration',
        ...['  Critical', '    Launch'],
        ...['  More float', '    Token format', '    Schema v2', '    Auth cut over'],
        ...['  Not in the forecast', '    Nobody has time'],
      ),
    );
  });

  it('leaves out what is done, and groups that are empty then', () => {
    const tree = drawSmall('workstream', true);
    assert.doesNotMatch(tree, /Kickoff|Mobile login/);
    const { plan, state } = snapshotOf({ 'a.md': '---\ntype: milestone\nid: a\nstatus: done\n---\n' });
    assert.deepEqual(programTree(plan, state, { groupBy: 'workstream', hideDone: true }), []);
  });

  it('gives every node an id of its own, also where ids are written twice, and keeps it', () => {
    const file = '---\ntype: register\nmilestones: [{ id: a }, { id: a }]\n---\n';
    const ids = () => {
      const { plan, state } = snapshotOf({ 'a.md': file, 'b.md': file });
      const collect = (nodes: readonly TreeNode[]): string[] =>
        nodes.flatMap((node) => [node.id, ...collect(node.children())]);
      return collect(programTree(plan, state, { groupBy: 'type', hideDone: false }));
    };
    const found = ids();
    assert.equal(found.length, 6);
    assert.equal(new Set(found).size, found.length);
    assert.deepEqual(ids(), found);
  });

  it('names programs and workstreams that no document describes by their ids, and hides no character', () => {
    const { plan, state } = snapshotOf({
      'a.md': '---\ntype: milestone\nid: a\ntitle: "safe\\u202Efdp"\nprogram: ghost\nworkstream: nowhere\n---\n',
    });
    const tree = draw(programTree(plan, state, { groupBy: 'workstream', hideDone: false }));
    assert.equal(tree, lines('ghost', '  nowhere', '    safe\\u{202e}fdp'));
  });
});
