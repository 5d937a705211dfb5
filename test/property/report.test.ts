import assert from 'node:assert/strict';
import { diffPlans } from '../../src/core/diff/diff-plans.ts';
import type { ParsedDocument } from '../../src/core/parse/document.ts';
import { AUDIENCES, TEMPLATES } from '../../src/core/report/audiences.ts';
import { beginReport } from '../../src/core/report/begin-report.ts';
import type { ReportChange } from '../../src/core/report/change.ts';
import { sinceFor } from '../../src/core/report/fill-template.ts';
import { reportBody } from '../../src/core/report/html/report-body.ts';
import { programsOf } from '../../src/core/report/programs-of.ts';
import { writeReport } from '../../src/core/report/write-report.ts';
import { computeState } from '../../src/core/state/state.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { run } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { parse, snapshotOfDocuments } from './fixes/check.ts';
import { aPlan } from './fixes/plans.ts';

const PLANS = 150;

/** What somebody writes around the generated parts. */
const WORDS = [
  'We are *on it*.',
  '# Mine',
  '| a | b |\n| - | - |',
  '> [[nothing]]',
  '<b>x</b> <!-- mine -->',
  '```\ncode\n```',
];

const read = (texts: ReadonlyMap<string, string>): Snapshot =>
  snapshotOfDocuments(
    [...texts].flatMap(([path, text]) => parse(path, text) ?? []),
    new Set(texts.keys()),
  );

/** What has changed from one plan to another, each on its own day. */
function changeOf(was: Snapshot, now: Snapshot): ReportChange {
  const since = now.today - 8;
  const { state } = run(computeState(was.plan, since));
  const base = { plan: was.plan, state, today: since, findings: [] };
  return { since, diff: run(diffPlans(base, { ...now, findings: [] })), missing: undefined };
}

/** The text of a document without what its generated parts hold, and the dates of these. */
const outside = ({ text, body }: ParsedDocument): string =>
  body.blocks.reduceRight((rest, { content, range }) => rest.slice(0, content.start) + rest.slice(range.end), text);

describe('a report on any plan', () => {
  it('is written twice without a change, keeps every word that somebody adds, and is no HTML of theirs', () => {
    let parts = 0;
    let survived = 0;
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = new Chance(seed);
      const texts = new Map(Object.entries(aPlan(chance)));
      const now = read(texts);
      // The same plan, to which only days have passed, or quite another one.
      const was = seed % 2 === 0 ? now : read(new Map(Object.entries(aPlan(new Chance(seed + 1)))));
      const change = changeOf(was, now);
      const audience = AUDIENCES[seed % AUDIENCES.length] as (typeof AUDIENCES)[number];
      const programs = programsOf(now.plan, () => true);
      const since = sinceFor(change, '2026-11-13', now.today);
      const begun = beginReport(
        TEMPLATES[audience],
        'updates/report.md',
        { ...now, programs, since, filters: [] },
        now.plan.config,
      );
      assert.ok(begun, `seed ${seed}`);
      const first = run(writeReport(begun, { ...now, change }));
      assert.deepEqual(first.faults, [], `seed ${seed}`);
      parts += first.edits.length;
      const plan = (text: string): Snapshot => read(new Map([...texts, ['updates/report.md', text]]));
      const inPlan = (snapshot: Snapshot): ParsedDocument =>
        snapshot.plan.documentAt('updates/report.md') as ParsedDocument;
      const again = (text: string): string => {
        const snapshot = plan(text);
        return run(writeReport(inPlan(snapshot), { ...snapshot, change: { ...change } })).after;
      };
      const second = again(first.after);
      assert.equal(again(second), second, `seed ${seed}`);

      const lines = second.split('\n');
      const places = lines.flatMap((line, at) => (/^## |^<!-- milepost /.test(line) ? [at] : []));
      const at = places[chance.below(places.length)] as number;
      const mine = WORDS[chance.below(WORDS.length)] as string;
      const edited = [...lines.slice(0, at), mine, '', ...lines.slice(at)].join('\n');
      const third = again(edited);
      assert.equal(outside(inPlan(plan(third))), outside(inPlan(plan(edited))), `seed ${seed}`);

      // The same words in the middle of a generated part, where people do write, when the plan has moved on.
      const block = chance.of(inPlan(plan(second)).body.blocks);
      const inside = block.content.start + Math.floor((block.content.end - block.content.start) / 2);
      const line = second.indexOf('\n', inside) + 1;
      const spoken = `${second.slice(0, line)}\nMine: ${mine}\n\n${second.slice(line)}`;
      const later = read(
        new Map([...new Map(Object.entries(aPlan(new Chance(seed + 2)))), ['updates/report.md', spoken]]),
      );
      const { after, kept } = run(writeReport(inPlan(later), { ...later, change }));
      assert.ok(after.includes(`Mine: ${mine}`), `seed ${seed}`);
      if (inPlan(later).body.blocks.every(({ close }) => close)) {
        survived++;
        assert.equal(kept.length, 1, `seed ${seed}`);
        assert.ok(after.slice(kept[0]?.at).startsWith(`<!-- milepost ${block.view}`), `seed ${seed}`);
      }

      const html = reportBody(inPlan(plan(third)), { ...now, change }, { pictures: true });
      assert.doesNotMatch(html, /<(?:script|img|b|iframe)\b|<!--|javascript:/i, `seed ${seed}`);
    }
    assert.ok(survived > PLANS / 2, `${survived} survived`);
    assert.ok(parts > PLANS * 3, `${parts} parts`);
  });
});
