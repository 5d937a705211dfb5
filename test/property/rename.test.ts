import assert from 'node:assert/strict';
import { readBlock } from '../../src/core/blocks/read-block.ts';
import { yamlWord } from '../../src/core/scaffold/yaml-text.ts';
import { movedFiles } from '../../src/language/move/moved.ts';
import { pathAfter } from '../../src/language/move/moved-path.ts';
import { type Named, nameOf } from '../../src/language/rename/named.ts';
import { RenameRefused } from '../../src/language/rename/refused.ts';
import { type Renamed, rename } from '../../src/language/rename/rename.ts';
import { wordsOf } from '../../src/language/rename/words.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { run, snapshotOf } from '../support/plan.ts';
import { renamedFiles } from '../support/rename.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';
import { aNamedPlan, NEW_IDS, NEW_WORDS } from './rename/plans.ts';
import { AS_IT_IS, renamingOf, told } from './rename/told.ts';

/** How many plans: `MILEPOST_RENAMES=100000` for the long run. */
const { MILEPOST_RENAMES, MILEPOST_SEED } = process.env;
const PLANS = Number(MILEPOST_RENAMES ?? 40);
const FIRST_SEED = Number(MILEPOST_SEED ?? 1);
/** How many things are renamed in each. */
const RENAMES = 6;

type Files = Readonly<Record<string, string>>;

/** What a rename makes of files; why it is refused, where it is. */
function tried(
  files: Files,
  named: Named,
  to: string,
  snapshot: Snapshot,
): { renamed: Renamed; after: Files } | string {
  try {
    const renamed = run(rename(named, to, snapshot.plan));
    return { renamed, after: renamedFiles(files, renamed) };
  } catch (error) {
    if (error instanceof RenameRefused) return error.message;
    throw error;
  }
}

/** Everything in a plan that has a name. */
function namesIn({ plan }: Snapshot): readonly Named[] {
  const streams = plan.items.flatMap((item): Named[] => {
    const id = item.workstream;
    return id === undefined || plan.lookup.member(item.program, id)
      ? []
      : [{ kind: 'workstream', program: item.program, id }];
  });
  return [
    ...plan.items.map((item): Named => ({ kind: 'item', item })),
    ...streams.slice(0, 2),
    ...[...wordsOf('person', plan)].map((name): Named => ({ kind: 'person', name })),
    ...[...wordsOf('tag', plan)].map((name): Named => ({ kind: 'tag', name })),
  ];
}

/** The same of the plan after it was renamed. */
function namedThen(
  named: Named,
  to: string,
  { renamed }: { renamed: Renamed },
  before: Snapshot,
  after: Snapshot,
): Named {
  if (named.kind !== 'item')
    return named.kind === 'workstream' || named.kind === 'program' ? { ...named, id: to } : { ...named, name: to };
  const { document } = named.item;
  const path = renamed.move?.from === document.path ? renamed.move.to : document.path;
  const then = after.plan.documentAt(path);
  const item = then && after.plan.itemsOf(then)[before.plan.itemsOf(document).indexOf(named.item)];
  assert.ok(item, 'the item is gone');
  return { kind: 'item', item };
}

/** Whether a rename has written a program before a name that had none, or an id where a file gave it. */
const addsMore = ({ edits }: Renamed, files: Files): boolean =>
  edits.some(({ path, range, text }) => {
    const written = files[path]?.slice(range.start, range.end) ?? '';
    return written === '' || (text.includes('/') && !written.includes('/'));
  });

/** With a document, the last of the plan, whose live blocks filter by names of it, in any case. */
function withFilters(chance: Chance, files: Files): Files {
  const { plan } = snapshotOf(files);
  const inAnyCase = (text: string): string =>
    chance.of([text, text, text.toUpperCase(), text.slice(0, 1).toUpperCase() + text.slice(1)]);
  const filter = (): string => {
    const item = chance.of(plan.items);
    const { owner, tags = [] } = item.values;
    const [name, value] = chance.of([
      ['program', item.program],
      ['workstream', item.workstream ?? 'web'],
      ['id', item.id],
      ['relates_to', item.key],
      ['depends_on', item.id],
      ['owner', owner?.name ?? 'maria'],
      ['tags', tags[0]?.value ?? 'core'],
    ] as const);
    return `${name}="${inAnyCase(value)}"`;
  };
  const blocks = Array.from({ length: 2 }, () => {
    const filters = chance.is(0.5) ? [filter(), filter()] : [filter()];
    return `<!-- milepost milestones ${filters.join(' ')} -->\n<!-- /milepost -->\n`;
  });
  return { ...files, 'zz.md': `---\ntype: register\nprogram: atlas\n---\n\n${blocks.join('\n')}` };
}

/** What the live blocks of that document find: items by their places, as a rename may give each another name. */
function blocksFind({ plan }: Snapshot, pathOf: (path: string) => string): readonly string[] {
  const document = plan.documentAt('zz.md');
  assert.ok(document);
  return document.body.blocks.map((block) => {
    const read = readBlock(block, document, plan);
    assert.ok(!read.fault, read.fault?.message);
    const found = plan.items.filter(read.asked.accepts);
    const places = found.map((item) => `${pathOf(item.document.path)} ${plan.itemsOf(item.document).indexOf(item)}`);
    return places.sort().join(', ');
  });
}

describe('every rename', function () {
  this.timeout(0);

  it('leaves the same plan up to the name, and there and back is the identity on every byte', () => {
    const counts = { renamed: 0, refused: 0, back: 0, moved: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PLANS; seed++) {
      const chance = new Chance(seed);
      const files = aNamedPlan(chance);
      const before = snapshotOf(files);
      const all = namesIn(before);
      for (let count = 0; count < RENAMES; count++) {
        const named = chance.of(all);
        const to = chance.of(named.kind === 'person' || named.kind === 'tag' ? NEW_WORDS : NEW_IDS);
        const where = `seed ${seed}: ${named.kind} ${nameOf(named)} → ${to}`;
        const there = tried(files, named, to, before);
        if (typeof there === 'string') {
          counts.refused++;
          continue;
        }
        const { renamed, after } = there;
        if (renamed.edits.length === 0 && !renamed.move) continue;
        counts.renamed++;
        if (renamed.move) counts.moved++;
        const then = snapshotOf(after);
        const pathOf = (path: string): string => (renamed.move?.from === path ? renamed.move.to : path);
        assert.deepEqual(told(then, AS_IT_IS), told(before, renamingOf(named, to, pathOf)), where);
        const back = tried(after, namedThen(named, to, there, before, then), nameOf(named), then);
        assert.ok(typeof back !== 'string', `${where}: ${back}`);
        if (addsMore(renamed, files)) continue;
        assert.deepEqual(back.after, files, where);
        counts.back++;
      }
    }
    assert.ok(counts.renamed > 3 * PLANS, JSON.stringify(counts));
    assert.ok(counts.back > 2 * PLANS, JSON.stringify(counts));
    assert.ok(counts.moved > PLANS / 10, JSON.stringify(counts));
    if (MILEPOST_RENAMES) console.log(counts);
  });

  it('leaves every live block what it finds, in whatever case its filters are written', () => {
    const counts = { found: 0, changed: 0 };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PLANS; seed++) {
      const chance = new Chance(seed);
      const files = withFilters(chance, aNamedPlan(chance));
      const before = snapshotOf(files);
      const all = namesIn(before);
      for (let count = 0; count < RENAMES; count++) {
        const named = chance.of(all);
        const to = chance.of(named.kind === 'person' || named.kind === 'tag' ? NEW_WORDS : NEW_IDS);
        const there = tried(files, named, to, before);
        if (typeof there === 'string') continue;
        const { move, edits } = there.renamed;
        const blocks = blocksFind(before, (path) => (move?.from === path ? move.to : path));
        const then = blocksFind(snapshotOf(there.after), (path) => path);
        assert.deepEqual(then, blocks, `seed ${seed}: ${nameOf(named)} → ${to}\n${files['zz.md']}`);
        counts.found += blocks.filter((indexes) => indexes !== '').length;
        counts.changed += edits.some(({ path }) => path === 'zz.md') ? 1 : 0;
      }
    }
    assert.ok(counts.found > PLANS, JSON.stringify(counts));
    assert.ok(counts.changed > PLANS / 2, JSON.stringify(counts));
  });

  it('of a plan in which much is wrong is refused, or there and back is the identity as well', () => {
    let done = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PLANS; seed++) {
      const chance = new Chance(seed);
      const files = aPlan(chance);
      const before = snapshotOf(files);
      const all = namesIn(before);
      if (all.length === 0) continue;
      for (let count = 0; count < RENAMES; count++) {
        const named = chance.of(all);
        // What needs quotes gets some on the way back.
        if (yamlWord(nameOf(named)) !== nameOf(named)) continue;
        const to = named.kind === 'person' || named.kind === 'tag' ? 'Zoë' : 'entirely-new.one';
        const there = tried(files, named, to, before);
        if (typeof there === 'string' || addsMore(there.renamed, files)) continue;
        const where = `seed ${seed}: ${named.kind} ${nameOf(named)} → ${to}`;
        const then = snapshotOf(there.after);
        assert.equal(then.plan.items.length, before.plan.items.length, where);
        const back = tried(there.after, namedThen(named, to, there, before, then), nameOf(named), then);
        assert.ok(typeof back !== 'string', `${where}: ${back}`);
        assert.deepEqual(back.after, files, where);
        done++;
      }
    }
    assert.ok(done > PLANS, String(done));
  });
});

describe('every move of a file or folder', function () {
  this.timeout(0);

  it('leaves the same plan, wherever it goes', () => {
    let edited = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + PLANS; seed++) {
      const chance = new Chance(seed);
      const files = aNamedPlan(chance);
      const before = snapshotOf(files);
      for (let count = 0; count < RENAMES; count++) {
        const from = chance.of([...before.plan.documents.map(({ path }) => path), 'beta', 'deep']);
        const folder = chance.of(['', 'beta/', 'gamma/', 'new folder/', 'deep/er/']);
        const moves = [{ from, to: `${folder}moved${from.endsWith('.md') ? '.md' : ''}` }];
        const { edits, left } = run(movedFiles(moves, before.plan, () => true));
        assert.deepEqual(left, []);
        const path = (one: string): string => pathAfter(one, moves);
        const after = Object.fromEntries(
          Object.entries(renamedFiles(files, { edits, move: undefined })).map(([one, text]) => [path(one), text]),
        );
        edited += edits.length;
        const where = `seed ${seed}: ${from} → ${moves[0]?.to}`;
        assert.deepEqual(told(snapshotOf(after), AS_IT_IS), told(before, { ...AS_IT_IS, path }), where);
      }
    }
    assert.ok(edited > 2 * PLANS, String(edited));
  });
});
