import assert from 'node:assert/strict';
import { readFilters } from '../../../src/core/filter/filters.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import { itemDetails, itemLabel } from '../../../src/core/views/item-label.ts';
import { programTree } from '../../../src/core/views/program-tree.ts';
import { timelineOf } from '../../../src/core/views/timeline/timeline.ts';
import { criticality } from '../../../src/core/views/why/criticality.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const CONFIG = 'adapters: [{ use: adr, files: "adr/*.md" }]\n';
const record = (...fields: readonly string[]): string =>
  `---\n${fields.map((field) => `${field}\n`).join('')}decision-makers: chen\n---\n# X\n`;

const OPEN = { 'milepost.yaml': CONFIG, 'adr/0001-x.md': record('status: proposed', 'date: 2026-04-20') };

function first(files: Readonly<Record<string, string>>) {
  const snapshot = snapshotOf(files);
  const item = snapshot.plan.items.find(({ type }) => type.name === 'decision') as Item;
  return { ...snapshot, snapshot, item };
}

describe('a decision record in a folder without a program', () => {
  it('is not shown as critical, since it moves nothing; the arithmetic is that of any item', () => {
    const { snapshot, item, plan, state, today } = first(OPEN);
    assert.equal(state.schedule.isShownCritical(item), false);
    assert.doesNotMatch(itemLabel(item, snapshot).description, /critical/);
    assert.equal(state.schedule.isCritical(item), true);
    assert.equal(state.schedule.of(item)?.critical, true);
    assert.equal(state.schedule.totalFloat(item), 0);
    const filter = readFilters(['critical'], snapshot);
    assert.deepEqual(filter.ok && plan.items.filter(filter.value), [item]);
    assert.equal(
      criticality(item, state, today),
      'Not critical: nothing waits for it, and its program has no goal, milestones or target',
    );
    const [program] = programTree(plan, state, { groupBy: 'float', hideDone: false });
    assert.deepEqual(
      program?.children().map(({ label }) => label),
      ['Nothing waits for it'],
    );
  });

  it('is shown as critical where something waits for it, or its program has an end', () => {
    const waited = (files: Readonly<Record<string, string>>): boolean => {
      const { item, state } = first({ ...OPEN, ...files });
      return state.schedule.isShownCritical(item);
    };
    const program = (fields: string): string => `---\ntype: program\nid: p\n${fields}---\n`;
    assert.equal(waited({ 'README.md': program('') }), false);
    assert.equal(waited({ 'README.md': program('target: 2026-12-11\n') }), true);
    const action = (status: string): string => `---\ntype: action\nid: A-1\nowner: chen\nstatus: ${status}\n---\n`;
    const blocks = (status: string) => ({
      'adr/0001-x.md': record('status: proposed', 'blocks: [m]'),
      'p/README.md': program(`milestones: [{ id: m, owner: chen, duration: 2d, status: ${status} }]\n`),
    });
    assert.equal(waited({ ...blocks('planned'), 'adr/0001-x.md': record('status: proposed', 'blocks: [p/m]') }), true);
    assert.equal(waited({ ...blocks('done'), 'adr/0001-x.md': record('status: proposed', 'blocks: [p/m]') }), false);
    assert.equal(waited({ 'a.md': action('open') }), false);
  });

  it('is stale for as many working days as its finding says', () => {
    const { item, findings, snapshot } = first(OPEN);
    const said = /, (\d+ working days) ago/.exec(findings.find(({ code }) => code === 'stale')?.message ?? '')?.[1];
    assert.ok(said);
    assert.equal(itemLabel(item, snapshot).description, `stale ${said} · proposed`);
    const elapsed = first({
      ...OPEN,
      'adr/0001-x.md': record('status: proposed', 'date: 2026-04-20', 'review_every: 4ew'),
    });
    assert.match(itemLabel(elapsed.item, elapsed.snapshot).description, /^stale 215 days · /);
  });

  it('that was accepted on a day that cannot be read ended on no day that anybody made up', () => {
    const { item, snapshot, plan, state, today } = first({
      'milepost.yaml': CONFIG,
      'adr/0001-x.md': record('status: accepted', 'date: 2026-13-45'),
    });
    assert.equal(itemLabel(item, snapshot).description, 'accepted');
    assert.ok(itemDetails(item, snapshot).includes('Status: accepted, date unknown'));
    assert.equal(criticality(item, state, today), 'Not critical: it is done');
    const { rows } = run(timelineOf({ plan, state, today }));
    assert.deepEqual(
      rows.filter((row) => row.kind === 'item'),
      [],
    );
  });
});
