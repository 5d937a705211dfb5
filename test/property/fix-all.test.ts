import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import { EditedText } from '../../src/core/fixes/edit/edited-text.ts';
import { readAgain } from '../../src/core/fixes/read-again.ts';
import { areRightTogether, safeFixFor } from '../../src/core/fixes/safe-fix.ts';
import type { Item } from '../../src/core/plan/item.ts';
import { type FixedPlan, fixAll } from '../../src/workspace/fix-all.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { run } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { parse, snapshotOfDocuments } from './fixes/check.ts';
import { aPlan } from './fixes/plans.ts';

const PLANS = 200;

const fixWhole = (snapshot: Snapshot): FixedPlan =>
  run(fixAll(snapshot, { accepts: () => true, mayWrite: () => true }));

/** The dates that people have agreed on, and the facts. */
const DATES = [
  ...['start', 'due', 'target', 'expected', 'promised', 'needed_by', 'windows', 'review_by', 'mute'],
  ...['started', 'completed', 'date', 'done', 'delivered', 'resolved', 'occurred_on', 'updated'],
] as const;

describe('row 31: all safe fixes of any plan at once', () => {
  it('are edits of the original text, leave no other safe one, move no date, and open or close nothing', () => {
    let fixes = 0;
    for (let seed = 1; seed <= PLANS; seed++) {
      const texts = Object.entries(aPlan(new Chance(seed)));
      const documents = texts.flatMap(([path, text]) => parse(path, text) ?? []);
      const before = snapshotOfDocuments(documents, new Set(texts.map(([path]) => path)));
      const { documents: fixed, snapshot: after } = fixWhole(before);
      for (const { path, before: was, after: is, edits, fixed: applied } of fixed) {
        assert.equal(applyEdits(was, edits), is);
        assert.equal(after.plan.documentAt(path)?.text, is);
        assert.ok(applied.every(({ fix }) => fix.safe && !fix.creates));
        fixes += applied.length;
      }
      const touched = new Set(fixed.map(({ path }) => path));
      for (const { path, text } of before.plan.documents) {
        if (!touched.has(path)) assert.equal(after.plan.documentAt(path)?.text, text);
      }
      assert.deepEqual(safeFixesOf(after), [], `seed ${seed}`);
      assertDatesStay(before, after, seed);
      assertOpenStays(before, after, seed);
    }
    assert.ok(fixes > 1.5 * PLANS, `${fixes} fixes`);
  });
});

/** The fixes that could still be applied without asking, each by itself. */
function safeFixesOf(snapshot: Snapshot): string[] {
  const { plan, findings } = snapshot;
  return findings.flatMap((finding) => {
    const document = plan.documentAt(finding.source.path);
    const fix = safeFixFor(finding, snapshot);
    if (!fix || !document) return [];
    const after = readAgain(document.path, applyEdits(document.text, fix.edits), plan);
    return areRightTogether(document, after, [fix]) ? [`${finding.message}: ${fix.title}`] : [];
  });
}

/** What was a date before is the same one after. */
function assertDatesStay(before: Snapshot, after: Snapshot, seed: number): void {
  for (const document of before.plan.documents) {
    const now = after.plan.documentAt(document.path);
    // Where text was mended, other entries can be read.
    if (document.broken || !now || now.items.length !== document.items.length) continue;
    for (const [i, item] of document.items.entries()) {
      for (const field of DATES) {
        const was = told(item.values, field);
        if (was !== undefined)
          assert.equal(
            told(now.items[i]?.values, field),
            was,
            `seed ${seed}: ${field} of ${item.id} in ${document.path}`,
          );
      }
    }
  }
}

/** What was open is open, and what was closed is closed. */
function assertOpenStays(before: Snapshot, after: Snapshot, seed: number): void {
  for (const document of before.plan.documents) {
    const now = after.plan.documentAt(document.path);
    if (!now || now.items.length !== document.items.length) continue;
    for (const [i, { id, closed }] of document.items.entries()) {
      assert.equal(now.items[i]?.closed, closed, `seed ${seed}: ${id} in ${document.path}`);
    }
  }
}

const told = (values: Item['values'] | undefined, field: (typeof DATES)[number]): string | undefined => {
  const value: unknown = values?.[field];
  return value === undefined
    ? undefined
    : JSON.stringify(value, (key, part) => (/range/i.test(key) ? undefined : part));
};

describe('a text that is edited again and again', () => {
  const edit = fc.tuple(fc.nat(1000), fc.nat(6), fc.string({ maxLength: 3 }));

  it('knows the edits of the original that lead to it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 5 }), (original, rounds) => {
        const edited = new EditedText(original);
        for (const round of rounds) {
          const { text } = edited;
          const edits = [];
          let at = 0;
          for (const [start, length, replacement] of round.sort(([a], [b]) => a - b)) {
            const from = Math.max(at, Math.min(start % (text.length + 1), text.length));
            at = Math.min(from + length, text.length);
            edits.push({ range: { start: from, end: at }, text: replacement });
          }
          edited.apply(edits);
          assert.equal(edited.text, applyEdits(text, edits));
        }
        assert.equal(applyEdits(original, edited.edits), edited.text);
      }),
    );
  });
});
