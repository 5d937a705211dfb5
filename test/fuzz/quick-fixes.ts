import assert from 'node:assert/strict';
import type { FixMaker } from '../../src/core/fixes/fix.ts';
import { makersFor, proposedFixes } from '../../src/core/fixes/fixes-for.ts';
import { FIX_MAKERS } from '../../src/core/fixes/registry.ts';
import { Chance } from '../property/fixes/chance.ts';
import { checkFix, parse, snapshotOfDocuments } from '../property/fixes/check.ts';
import { aPlan } from '../property/fixes/plans.ts';
import { fixesFor } from '../support/fixes.ts';
import type { FuzzTarget } from './target.ts';

/** What these plans cannot call for: they have no configuration. Examples have. */
const NEVER = ['invalid-configuration: correctConfiguration'];

/** Of this many fixes that makers propose one may be wrong, so that nobody is offered it. */
const HELD_BACK_IN = 1000;
/** Fewer say nothing of that, nor of what is met. */
const FEW = 2500;

/** How many fixes of each kind were applied, and what was held back. */
class Applied {
  readonly counts = new Map<string, number>();
  readonly heldBack: string[] = [];
  total = 0;

  /** The kinds of fix of which none was applied. */
  get missing(): readonly string[] {
    return Object.entries(FIX_MAKERS)
      .flatMap(([code, makers]) => makers.map((make) => kindOf(code, make)))
      .filter((kind) => !this.counts.has(kind) && !NEVER.includes(kind));
  }
}

let applied = new Applied();

/** The kinds of fix that no plan has called for since the start. */
export const missingFixes = (): readonly string[] => applied.missing;

/** Every quick fix of every finding of a plan as somebody might write it, each by itself. */
export const quickFixes: FuzzTarget = {
  name: 'fixes',
  unit: 'quick fixes',
  async start() {
    applied = new Applied();
  },
  attempt: (seed) => checkPlan(seed, applied),
  async end() {
    const { heldBack, total } = applied;
    if (total >= FEW) assert.ok(heldBack.length <= total / HELD_BACK_IN, heldBack.join('\n'));
  },
};

/**
 * Applies every fix of every finding of a plan, each by itself. Says how many there were. What makers propose has to be
 * right; where it seldom is not, nobody may be offered it.
 */
function checkPlan(seed: number, into: Applied): number {
  const { counts, heldBack } = into;
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
  into.total += applied;
  return applied;
}

const kindOf = (code: string, make: FixMaker): string => `${code}: ${make.name}`;
