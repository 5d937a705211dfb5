import assert from 'node:assert/strict';
import type { FixMaker } from '../../src/core/fixes/fix.ts';
import { makersFor, proposedFixes } from '../../src/core/fixes/fixes-for.ts';
import { FIX_MAKERS } from '../../src/core/fixes/registry.ts';
import { fixesFor } from '../support/fixes.ts';
import { Chance } from './fixes/chance.ts';
import { checkFix, parse, snapshotOfDocuments } from './fixes/check.ts';
import { aPlan } from './fixes/plans.ts';

/**
 * How many fixes are applied, and then some, until each kind has been met: `MILEPOST_FIXES=1000000` for the long run,
 * which says how long it took.
 */
const { MILEPOST_FIXES, MILEPOST_SEED } = process.env;
const FIXES = Number(MILEPOST_FIXES ?? 2500);
/** What these plans cannot call for: they have no configuration. Examples have. */
const NEVER = ['invalid-configuration: correctConfiguration'];
const FIRST_SEED = Number(MILEPOST_SEED ?? 1);

describe('row 31: every quick fix', function () {
  this.timeout(0);

  it('changes only what it names, leaves a document that parses, and its finding is gone', () => {
    const counts = new Map<string, number>();
    const began = performance.now();
    const heldBack: string[] = [];
    let applied = 0;
    const isDone = (): boolean => applied >= FIXES && (missing(counts).length === 0 || applied >= 10 * FIXES);
    for (let seed = FIRST_SEED; !isDone(); seed++) {
      applied += checkPlan(seed, counts, heldBack);
    }
    const seconds = (performance.now() - began) / 1000;
    if (MILEPOST_FIXES) {
      console.log(`${applied} fixes in ${seconds.toFixed(1)} s, ${Math.round(applied / seconds)} a second`);
      console.log(`${heldBack.length} were held back`);
      for (const [kind, count] of [...counts].sort()) console.log(`  ${String(count).padStart(8)}  ${kind}`);
    }
    assert.deepEqual(missing(counts), []);
    assert.ok(heldBack.length <= applied / 1000, heldBack.join('\n'));
  });
});

/**
 * Applies every fix of every finding of a plan, each by itself. Says how many there were. What makers propose has to be
 * right; where it seldom is not, nobody may be offered it.
 */
function checkPlan(seed: number, counts: Map<string, number>, heldBack: string[]): number {
  const texts = new Map(Object.entries(aPlan(new Chance(seed))));
  const documents = [...texts].flatMap(([path, text]) => parse(path, text) ?? []);
  const snapshot = snapshotOfDocuments(documents, new Set(texts.keys()));
  let applied = 0;
  for (const finding of snapshot.findings) {
    for (const make of makersFor(finding)) {
      const kind = kindOf(finding.code, make);
      for (const fix of proposedFixes(finding, snapshot, [make])) {
        try {
          checkFix(snapshot, texts, finding, fix);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          const message = `seed ${seed}, ${finding.source.path}: ${finding.message}\n“${fix.title}”: ${reason}`;
          const isOffered = fixesFor(finding, snapshot).some(({ title }) => title === fix.title);
          if (isOffered) throw new Error(message, { cause: error });
          heldBack.push(message);
          continue;
        }
        applied++;
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
      }
    }
  }
  return applied;
}

const kindOf = (code: string, make: FixMaker): string => `${code}: ${make.name}`;

/** The kinds of fix of which none was applied. */
function missing(counts: ReadonlyMap<string, number>): readonly string[] {
  return Object.entries(FIX_MAKERS)
    .flatMap(([code, makers]) => makers.map((make) => kindOf(code, make)))
    .filter((kind) => !counts.has(kind) && !NEVER.includes(kind));
}
