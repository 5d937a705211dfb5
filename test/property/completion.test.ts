import assert from 'node:assert/strict';
import { completionsAt } from '../../src/language/completion/completions-at.ts';
import { frontMatterAt } from '../../src/language/loose/front-matter-at.ts';
import { checkAccepted } from './completion/check-accepted.ts';
import { checkTarget } from './completion/check-target.ts';
import { halfWritten } from './completion/half-written.ts';
import { NAMES } from './completion/names.ts';
import { Chance } from './fixes/chance.ts';
import { parse, snapshotOfDocuments } from './fixes/check.ts';
import { aPlan } from './fixes/plans.ts';

/**
 * How many proposals are accepted: `MILEPOST_COMPLETIONS=1000000` for the long run, which says how long it took and what
 * was accepted.
 */
const { MILEPOST_COMPLETIONS, MILEPOST_SEED } = process.env;
const ACCEPTED = Number(MILEPOST_COMPLETIONS ?? 4000);
const FIRST_SEED = Number(MILEPOST_SEED ?? 1);

/** At each place some proposals are accepted, each by itself. */
const AT_EACH = 4;
const PLACES = 25;

/** Of how many references it is looked where they lead: that takes a plan for each. */
const TARGETS = 0.3;

describe('completion, accepted anywhere', function () {
  this.timeout(0);

  it('leaves YAML that is read as meant, and every other byte as it was', () => {
    const counts = new Map<string, number>();
    const began = performance.now();
    let accepted = 0;
    for (let seed = FIRST_SEED; accepted < ACCEPTED; seed++) accepted += acceptSome(new Chance(seed), seed, counts);
    if (MILEPOST_COMPLETIONS) {
      console.log(`${accepted} accepted in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      for (const [kind, count] of [...counts].sort()) console.log(`  ${String(count).padStart(8)}  ${kind}`);
    }
    for (const kind of [
      'field',
      'collection',
      'item',
      'target',
      'mention',
      'person',
      'tag',
      'date',
      'duration',
      'status',
      'type',
      'word',
      'rule',
      'snippet',
    ])
      assert.ok((counts.get(kind) ?? 0) > 0, `no ${kind} was accepted`);
  });
});

/** Accepts proposals at places of the documents of one plan. Says how many. */
function acceptSome(chance: Chance, seed: number, counts: Map<string, number>): number {
  const texts = new Map(Object.entries({ ...aPlan(chance), 'names.md': NAMES }));
  const documents = [...texts].flatMap(([path, text]) => parse(path, text) ?? []);
  const { plan, state, today, findings } = snapshotOfDocuments(documents, new Set(texts.keys()));
  const paths = [...texts.keys()].filter((path) => path !== 'names.md' && !/^[<=>|]{7}/m.test(texts.get(path) ?? ''));
  let accepted = 0;
  for (let place = 0; place < PLACES && paths.length > 0; place++) {
    const path = chance.of(paths);
    const { text, offset } = halfWritten(chance, texts.get(path) as string);
    const request = { plan, state, today, findings, path, text, offset, explicit: true };
    const { list } = completionsAt(request);
    for (let n = 0; n < Math.min(AT_EACH, list.length); n++) {
      const completion = list[chance.below(list.length)];
      if (!completion) continue;
      try {
        checkAccepted(request, completion);
        if (chance.is(TARGETS) && checkTarget(request, completion))
          counts.set('target', (counts.get('target') ?? 0) + 1);
      } catch (error) {
        const shown = `${JSON.stringify(text.slice(0, offset))}\n⌖${JSON.stringify(text.slice(offset))}`;
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(
          `seed ${seed}, ${path}: ${completion.kind} “${completion.label}”: ${reason}\n${shown}\n${JSON.stringify({ ...completion, item: undefined })}`,
          { cause: error },
        );
      }
      accepted++;
      if (completion.kind === 'item' && !frontMatterAt(text, offset))
        counts.set('mention', (counts.get('mention') ?? 0) + 1);
      counts.set(completion.kind, (counts.get(completion.kind) ?? 0) + 1);
    }
  }
  return accepted;
}
