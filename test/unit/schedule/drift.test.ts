import assert from 'node:assert/strict';
import { BLOCK_VIEWS } from '../../../src/core/blocks/registry.ts';
import { renderBlock } from '../../../src/core/blocks/render-block.ts';
import type { BlockView } from '../../../src/core/blocks/view.ts';
import { factsOf } from '../../../src/core/history/facts.ts';
import { formatDay, parseDay } from '../../../src/core/model/values/day.ts';
import { TEMPLATES } from '../../../src/core/report/audiences.ts';
import { fillTemplate } from '../../../src/core/report/fill-template.ts';
import { type Baseline, baselineOf } from '../../../src/core/state/baseline.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { itemDetails, itemLabel } from '../../../src/core/views/item-label.ts';
import { timelineOf } from '../../../src/core/views/timeline/timeline.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';

type Files = Readonly<Record<string, string>>;

/** A plan as it was, as its own baseline. */
function baseline(files: Files, today: string): Baseline {
  const { plan, state } = snapshotOf(files, { today });
  const facts = new Map(plan.documents.map((document) => [document.path, factsOf(document)]));
  const day = parseDay(today) as number;
  return baselineOf({ name: 'v1', commit: '1'.repeat(40), day }, plan, state.schedule, (path) => facts.get(path));
}

const CONFIG = { 'milepost.yaml': 'baseline: v1\n' };

/** How a plan has drifted: from its files on a day, to its files on another. */
const drifted = (then: Files, thenDay: string, now: Files, today: string): Snapshot =>
  snapshotOf({ ...CONFIG, ...now }, { today, baseline: baseline(then, thenDay) });

const drifts = ({ plan, state }: Snapshot): Record<string, string> =>
  Object.fromEntries(
    plan.items.flatMap((item): [string, string][] => {
      const drift = state.drifts.of(item);
      return drift ? [[item.id, `${formatDay(drift.from)} ${drift.workingDays} ${drift.days}`]] : [];
    }),
  );

const program = (...lines: string[]): Files => ({
  'plan.md': `---\ntype: program\nid: atlas\nowner: maria\nstart: 2026-11-02\nmilestones:\n${lines
    .map((line) => `  - { owner: maria, ${line} }\n`)
    .join('')}---\n`,
});

describe('drift', () => {
  it('is how far the forecast is from that of the baseline, as of the day of its commit', () => {
    const then = program('id: a, duration: 5d', 'id: b, duration: 5d, depends_on: [a]');
    // A week later nothing has begun: what people saw then has not moved with the day.
    const snapshot = drifted(then, '2026-11-02', then, '2026-11-09');
    assert.deepEqual(drifts(snapshot), { a: '2026-11-06 5 7', b: '2026-11-13 5 7' });
    const { from, workingDays } = snapshot.state.drifts.ofProgram('atlas') ?? assert.fail();
    assert.deepEqual([formatDay(from), workingDays], ['2026-11-13', 5]);
  });

  it('follows an item under another id, in another file, and in a program of another name', () => {
    const then = program('id: a, title: The API, duration: 5d', 'id: b, title: Off, duration: 5d');
    const now = {
      'plan.md': (program('id: a-2, title: The API, duration: 7d')['plan.md'] as string).replace('atlas', 'atlas-2'),
      'm/b.md': '---\ntype: milestone\nid: b\ntitle: Off\nduration: 5d\n---\n',
    };
    const snapshot = drifted(then, '2026-11-02', now, '2026-11-02');
    assert.deepEqual(drifts(snapshot), { b: '2026-11-06 0 0' });
    const same = { ...now, 'plan.md': (now['plan.md'] as string).replace('atlas-2', 'atlas') };
    assert.deepEqual(drifts(drifted(then, '2026-11-02', same, '2026-11-02')), {
      'a-2': '2026-11-06 2 4',
      b: '2026-11-06 0 0',
    });
  });

  it('is of nothing that is new, that has no date but today, or where the plan names another baseline', () => {
    const then = program('id: a, duration: 5d', 'id: undated');
    const now = program('id: a, duration: 5d', 'id: undated', 'id: new, duration: 1d');
    assert.deepEqual(Object.keys(drifts(drifted(then, '2026-11-02', now, '2026-11-09'))), ['a']);
    const other = snapshotOf({ ...now, 'milepost.yaml': 'baseline: v2\n' }, { baseline: baseline(then, '2026-11-02') });
    assert.deepEqual(drifts(other), {});
    assert.equal(other.state.drifts.baseline, undefined);
  });

  it('is in no live block but where a report is written: it would hold on one day, and in one clone', () => {
    const firm = 'id: c, duration: 7d, due: 2026-11-13, commitment: firm';
    const then = program('id: a, duration: 5d', 'id: b, duration: 5d, depends_on: [a]', firm.replace('7d', '3d'));
    const now = program('id: a, duration: 8d', 'id: b, duration: 5d, depends_on: [a]', firm);
    const known = drifted(then, '2026-11-02', now, '2026-11-02');
    const unknown = snapshotOf({ ...CONFIG, ...now }, { today: '2026-11-02' });
    const asked = { options: new Map(), accepts: () => true, hasFilters: false };
    const shown = (view: BlockView, now: Snapshot): string =>
      [...atOnce(renderBlock({ view, ...asked }, 'plan.md', now))].join('\n');
    for (const view of BLOCK_VIEWS) assert.equal(shown(view, known), shown(view, unknown), view.name);
  });

  it('is told in rows, in tooltips, and by a mark in the timeline', () => {
    const then = program('id: a, duration: 5d, due: 2026-11-13');
    const now = program('id: a, duration: 8d, due: 2026-11-13');
    const { plan, state, today } = drifted(then, '2026-11-02', now, '2026-11-02');
    const [a = assert.fail()] = plan.ofType('milestone');
    assert.match(itemLabel(a, { plan, state, today }).description, /^11 Nov \(−2d\), drift \+3d · /);
    assert.ok(itemDetails(a, { plan, state, today }).includes('Drift: 3 working days later than at v1 (6 Nov 2026)'));
    const snapshot = drifted(then, '2026-11-02', now, '2026-11-02');
    const { rows } = atOnce(timelineOf(snapshot));
    const marks = rows.map(({ kind, baseline }) => [kind, baseline === undefined ? '' : formatDay(baseline)]);
    assert.deepEqual(marks, [
      ['program', '2026-11-06'],
      ['workstream', ''],
      ['item', '2026-11-06'],
    ]);
    const same = drifted(now, '2026-11-02', now, '2026-11-02');
    assert.doesNotMatch(itemLabel(same.plan.items[1] ?? assert.fail(), same).description, /drift/);
  });
});

describe('the health of a program with a baseline', () => {
  const health = ({ plan, state }: Snapshot) => {
    const [one = assert.fail()] = plan.programs;
    return { with: state.health(one), without: state.ownHealth(one).value };
  };
  const firm = (duration: string) => program(`id: a, duration: ${duration}, due: 2026-11-13, commitment: firm`);

  it('is amber where less than five days are left before a firm date, and there were more', () => {
    const found = health(drifted(firm('3d'), '2026-11-02', firm('7d'), '2026-11-02'));
    assert.equal(found.with.value, 'amber');
    assert.deepEqual(
      found.with.reasons.map(({ message }) => message),
      ['a has 3 working days left before its firm date 2026-11-13, and had 7 at the baseline v1'],
    );
    // What stands in live blocks is the same for everybody.
    assert.equal(found.without, 'green');
  });

  it('is that of a report, in every part of it and in its front matter', () => {
    const goal = (duration: string): Files => ({
      'plan.md': `---
type: program
id: atlas
title: Atlas
start: 2026-11-02
goal: a
milestones:
  - { id: a, title: Launch, due: 2026-11-13, key: true, depends_on: [b FS+1d] }
  - { id: b, title: Work, duration: ${duration} }
---
`,
    });
    const { plan, state, today } = drifted(goal('3d'), '2026-11-02', goal('7d'), '2026-11-02');
    const change = { since: today - 7, diff: undefined, missing: 'no git' };
    const part = (name: string, more: { readonly change?: typeof change }): string => {
      const view = BLOCK_VIEWS.find((one) => one.name === name) ?? assert.fail();
      const asked = { view, options: new Map(), accepts: () => true, hasFilters: false };
      return [...atOnce(renderBlock(asked, 'plan.md', { plan, state, today, ...more }))].join('\n');
    };
    const why = 'Launch has 2 working days left before its firm date 13 November, and had 6 at the baseline v1.';
    const headline = part('headline', { change });
    assert.ok(headline.startsWith('**Atlas is 🟠 amber.** '), headline);
    assert.match(headline, /exactly on its firm date 13 November\. The baseline v1 has the same day\./);
    assert.ok(headline.endsWith(`\n\n- ${why}`), headline);
    assert.ok(part('workstreams', { change }).includes(`| All items | 🟠 amber | ${why} | |`));
    assert.match(part('status', { change }), /^\*\*Atlas\*\* is \*\*amber\*\*/);
    for (const name of ['headline', 'workstreams', 'status']) assert.doesNotMatch(part(name, {}), /amber|v1/, name);
    const since = { name: '2026-10-26', words: '26 October' };
    const input = { plan, state, today, programs: plan.programs, since, filters: [] };
    assert.match(fillTemplate(TEMPLATES.executive, input), /^health: amber$/m);
  });

  it('is not, where there are five, where there were no more, or where the day has only come nearer', () => {
    assert.equal(health(drifted(firm('3d'), '2026-11-02', firm('5d'), '2026-11-02')).with.value, 'green');
    assert.equal(health(drifted(firm('7d'), '2026-11-02', firm('7d'), '2026-11-02')).with.value, 'green');
    const event = program('id: a, due: 2026-11-13, commitment: firm');
    assert.equal(health(drifted(event, '2026-11-02', event, '2026-11-11')).with.value, 'green');
    const late = health(drifted(firm('3d'), '2026-11-02', firm('12d'), '2026-11-02'));
    assert.deepEqual([late.with.value, late.with.reasons.length], ['amber', 1]);
  });
});
