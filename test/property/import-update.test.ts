import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import { readCsv } from '../../src/core/import/csv/read-csv.ts';
import type { IncomingType } from '../../src/core/import/incoming.ts';
import { matchItems } from '../../src/core/import/update/match-items.ts';
import { type PlanUpdate, updatePlan } from '../../src/core/import/update/update-plan.ts';
import type { ParsedDocument, ParsedItem } from '../../src/core/parse/document.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { Chance } from './fixes/chance.ts';
import { parse, snapshotOfDocuments } from './fixes/check.ts';
import { aPlan } from './fixes/plans.ts';

const PLANS = 300;
const FIELDS = ['status', 'due', 'expected', 'owner', 'title', 'progress', 'duration', 'note', 'priority', 'updated'];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  status: ['Done', 'To Do', 'In Progress', 'Blocked', "Won't Do", 'zorg', ''],
  due: ['2026-12-11', '24/Dec/26', 'Q1 2027', 'soon', ''],
  expected: ['2026-12-18', '2027-W03', ''],
  owner: ['maria', 'Chen: Wei', '@noor', 'null', 'Ruth "R" Adler <ruth@example.org>', '#7', ''],
  title: ['Plain', 'A: b # c', '- x', '{y}', '"q"', "it's", '2026', 'yes', '🚀 [[x]]', 'a, b'],
  progress: ['40%', '100%', ''],
  duration: ['10d', '2w', '80 hrs', ''],
  note: ['one\nline', ': x', '| y', '> z', '&a *b', '!tag', '%', '`'],
  priority: ['1', 'High', '007', '~'],
  updated: ['2026-11-20', ''],
};

describe('a plan that is brought up to date', () => {
  it('says what the rows say, in the fields that were named, and every other byte stays', () => {
    let changed = 0;
    let left = 0;
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = new Chance(seed);
      const texts = Object.entries(aPlan(chance));
      const paths = new Set(texts.map(([path]) => path));
      const before = snapshotOfDocuments(
        texts.flatMap(([path, text]) => parse(path, text) ?? []),
        paths,
      );
      const fields = FIELDS.filter(() => chance.is(0.5));
      if (fields.length === 0) continue;
      const ids = before.plan.items.filter(({ type }) => type.name !== 'program').map(({ id }) => id);
      // A table without rows is told to be none.
      if (ids.length === 0) continue;
      const rows = ids.map((id) => [id, ...FIELDS.map((name) => chance.of(VALUES[name] as readonly string[]))]);
      const csv = stringify([['Id', ...FIELDS], ...rows], { quoted_match: /[\r\n]/ });
      const update = updateWith(csv, before, fields);
      for (const document of update.documents) {
        assert.equal(applyEdits(document.before, document.edits), document.after);
        assertWithinFields(document, update);
        const was = before.plan.documentAt(document.path) as ParsedDocument;
        assertNothingElse(was, parse(document.path, document.after) as ParsedDocument, update, seed);
      }
      const after = snapshotOfDocuments(
        texts.flatMap(
          ([path, text]) => parse(path, update.documents.find((one) => one.path === path)?.after ?? text) ?? [],
        ),
        paths,
      );
      const again = updateWith(csv, after, fields);
      assert.deepEqual(
        [again.changes.map(({ item, field, after: text }) => `${item.key} ${field} ${text}`), again.documents],
        [[], []],
        `seed ${seed}`,
      );
      changed += update.changes.length;
      left += update.remarks.filter(({ text }) => text.includes('no sure place')).length;
    }
    assert.ok(changed > 5 * PLANS, `${changed} changes`);
    assert.ok(left < changed / 20, `${left} of ${changed} could not be written`);
  });
});

function updateWith(csv: string, { plan }: Snapshot, fields: readonly string[]): PlanUpdate {
  const options = { map: new Map(), types: new Map(), only: new Set(fields) };
  const rows = (known?: ReadonlyMap<string, IncomingType>) => {
    const read = readCsv(csv, { ...options, known });
    assert.ok(!('trouble' in read), JSON.stringify(read));
    return read.plan.items;
  };
  const { pairs } = matchItems(rows(), plan.items, 'id');
  const known = new Map(pairs.map(([row, item]) => [row.place, item.type.name as IncomingType]));
  return updatePlan(plan, matchItems(rows(known), plan.items, 'id'), fields);
}

/** Edits take the place of values of the fields that were named, or put fields in: nothing else goes. */
function assertWithinFields({ path, edits }: PlanUpdate['documents'][number], { changes }: PlanUpdate): void {
  const values = changes.flatMap(({ item, field }) => {
    const value = item.document.path === path ? item.parsed.fields.get(field)?.value : undefined;
    return value ? [value.range] : [];
  });
  for (const { range } of edits) {
    const isWithin = values.some(({ start, end }) => start <= range.start && range.end <= end);
    assert.ok(range.start === range.end || isWithin, `${path}:${range.start}`);
  }
}

/** Every field that no change names is written as it was, character by character, and so is all that is no field. */
function assertNothingElse(was: ParsedDocument, is: ParsedDocument, { changes }: PlanUpdate, seed: number): void {
  assert.equal(is.items.length, was.items.length);
  const bodyOf = ({ text, frontMatter }: ParsedDocument): string => text.slice(frontMatter.content.end);
  assert.equal(bodyOf(is), bodyOf(was));
  for (const [at, item] of was.items.entries()) {
    const now = is.items[at] as ParsedItem;
    const own = changes.filter(({ item: other }) => other.parsed === item);
    const named = new Set(own.map(({ field }) => field));
    const written = (one: ParsedItem, { text }: ParsedDocument) =>
      [...one.fields].flatMap(([name, { value }]) =>
        named.has(name) ? [] : [[name, value && text.slice(value.range.start, value.range.end)]],
      );
    assert.deepEqual(written(now, is), written(item, was), `seed ${seed}: ${item.id}`);
    for (const { field, after } of own) {
      const value = now.fields.get(field)?.value;
      assert.equal(value?.kind === 'scalar' && value.text, after, `seed ${seed}: ${field} of ${item.id}`);
    }
  }
}
