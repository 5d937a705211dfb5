import assert from 'node:assert/strict';
import { fileOf } from '../../src/core/metrics/source/value-files.ts';
import type { Item } from '../../src/core/plan/item.ts';
import { mentionsIn } from '../../src/core/plan/mentions.ts';
import { movesOf } from '../../src/language/actions/move-item/move-item.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { filesAfter } from '../support/move-item.ts';
import { snapshotOf } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';
import { aNamedPlan } from './rename/plans.ts';

/** How many plans: `MILEPOST_MOVES=10000` for the long run. */
const { MILEPOST_MOVES, MILEPOST_SEED } = process.env;
const PLANS = Number(MILEPOST_MOVES ?? 40);
const FIRST_SEED = Number(MILEPOST_SEED ?? 1);
const MOVES = 4;

/** Said otherwise in another place, for the same. */
const SCOPE = ['program', 'workstream'];

/**
 * Of several items that one thing makes late, the first in the order of files has the finding; what is wrong with YAML is
 * an item's or the document's, by where it stands.
 */
const NOT_OF_ITEMS: ReadonlySet<string> = new Set(['forecast-late', 'yaml-surprise', 'invalid-front-matter']);

/** Everything that a plan says, but for where it says it. */
function told({ plan, state, findings }: Snapshot): readonly string[] {
  const lines = plan.items.flatMap((item) => [
    [item.key, item.type.name, item.program, item.workstream, item.status, item.title].join(' '),
    [item.key, item.owner?.name, item.due, JSON.stringify(state.schedule.of(item))].join(' '),
    ...plan
      .referencesFrom(item)
      .filter(({ field }) => !SCOPE.includes(field))
      .map(({ field, target, fault, link, lag }) =>
        [item.key, field, target?.key, fault?.kind, link, lag?.amount].join(' '),
      ),
  ]);
  const mentions = mentionsIn(plan).map(
    ({ item, target, fault }) => `${item?.key} mentions ${target?.key} ${fault !== undefined}`,
  );
  const found = findings.flatMap(({ code, item }) => (NOT_OF_ITEMS.has(code) ? [code] : [`${code} ${item?.key}`]));
  return [...lines, ...mentions, ...found].sort();
}

/** The values of the fields of an item as they are written, but for how far they are indented. */
function written({ parsed, document }: Item): Readonly<Record<string, string>> {
  const values = [...parsed.fields].flatMap(([name, { value }]): readonly [string, string][] => {
    const text = value ? document.text.slice(value.range.start, value.range.end) : '';
    // How the way to its file is written depends on the place.
    const file = name === 'source' && parsed.values.source && fileOf(parsed.values.source, document.path);
    if (file) return [[name, file]];
    return name === 'type' ? [] : [[name, text.trimEnd().replace(/\s*(?:\r\n|\r|\n)\s*/g, '\n')]];
  });
  return Object.fromEntries(values);
}

type Files = Readonly<Record<string, string>>;

/** Types, collections, and the ways of links: said otherwise in another place. */
const OF_PLACES =
  /^(?:type|register|regster|md|workstreams?|milestones?|risks?|decisions?|issues?|action?s?|dependenc(?:y|ies)|metrics?)$/;

/** The words that somebody wrote and that stand nowhere any more, or fewer times. */
function wordsLost(before: Files, after: Files): readonly string[] {
  const now = wordsOf(after);
  return [...wordsOf(before)].flatMap(([word, count]) =>
    OF_PLACES.test(word) || count <= (now.get(word) ?? 0) ? [] : [`${word} ${count} → ${now.get(word) ?? 0}`],
  );
}

function wordsOf(files: Files): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  // Where links lead is said otherwise.
  const text = Object.values(files)
    .join('\n')
    .replace(/\]\((?:<[^>\n]*>|[^)\n]*)/g, '](');
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe('every move of an item', function () {
  this.timeout(0);

  for (const [name, plans, fromFiles] of [
    ['of a plan in which all is named', aNamedPlan, 0.5],
    ['of a plan in which much is wrong', aPlan, 0],
  ] as const) {
    it(`${name} leaves the same plan, and there and back every value as it is written`, () => {
      const counts = { there: 0, back: 0, first: 0 };
      const refused = new Map<string, number>();
      for (let seed = FIRST_SEED; seed < FIRST_SEED + PLANS; seed++) {
        const chance = new Chance(seed);
        const files = plans(chance);
        const before = snapshotOf(files);
        const items = before.plan.items.filter(({ parsed, document }) => !parsed.broken && !document.broken);
        for (let count = 0; count < MOVES && items.length > 0; count++) {
          const item = chance.of(items);
          const move = chance.of([undefined, ...movesOf(item, before.plan, () => true)].slice(-1));
          if (!move) continue;
          const where = `seed ${seed}: ${move.title}`;
          const after = filesAfter(files, move, before.plan);
          if (typeof after === 'string') {
            refused.set(after, (refused.get(after) ?? 0) + 1);
            continue;
          }
          const then = snapshotOf(after);
          assert.deepEqual(told(then), told(before), where);
          const lost = wordsLost(files, after);
          assert.deepEqual(lost, [], where);
          const moved = then.plan.items.find(({ key }) => key === item.key) as Item;
          const own = written(item);
          const now = written(moved);
          for (const [field, text] of Object.entries(own)) assert.equal(now[field], text, `${where}: ${field}`);
          if (item.parsed.form === 'file') {
            counts.first++;
            continue;
          }
          counts.there++;
          for (const back of movesOf(moved, then.plan, () => true)) {
            const again = filesAfter(after, back, then.plan);
            if (typeof again === 'string') {
              refused.set(`back: ${again}`, (refused.get(`back: ${again}`) ?? 0) + 1);
              continue;
            }
            counts.back++;
            const last = snapshotOf(again);
            assert.deepEqual(told(last), told(before), `${where} and back`);
            const same = last.plan.items.find(({ key }) => key === item.key) as Item;
            for (const [field, text] of Object.entries(own)) {
              assert.equal(written(same)[field], text, `${where} and back: ${field}`);
            }
          }
        }
      }
      const shown = JSON.stringify({ ...counts, refused: [...refused] }, undefined, 1);
      if (MILEPOST_MOVES) console.log(shown);
      assert.ok(counts.there > PLANS, shown);
      assert.ok(counts.back > PLANS / 3, shown);
      assert.ok(counts.first >= PLANS * fromFiles, shown);
    });
  }
});
