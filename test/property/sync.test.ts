import assert from 'node:assert/strict';
import { type SyncedDocument, syncPlan } from '../../src/core/blocks/sync-plan.ts';
import type { ParsedDocument } from '../../src/core/parse/document.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { run } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { parse, snapshotOfDocuments } from './fixes/check.ts';
import { aBlock, aPlan } from './fixes/plans.ts';

const PLANS = 200;

const syncAll = (snapshot: Snapshot): readonly SyncedDocument[] => run(syncPlan(snapshot, () => true));

/** The text of a document without what stands in its live blocks, comments and all. */
function outside({ text, body }: ParsedDocument): readonly string[] {
  let at = 0;
  const parts = body.blocks.map(({ range }) => {
    const part = text.slice(at, range.start);
    at = range.end;
    return part;
  });
  return [...parts, text.slice(at)];
}

/** A document with one or two blocks at its end, with line ends of its own. */
function withBlocks(chance: Chance, text: string): string {
  const blocks = Array.from({ length: 1 + chance.below(2) }, () => `\n\n${aBlock(chance)}`);
  return text + blocks.join('').replaceAll('\n', /\r\n|\r|\n/.exec(text)?.[0] ?? '\n');
}

describe('row 31: synchronizing the live blocks of any plan', () => {
  it('leaves nothing outdated and nothing to do, and every byte outside of them', () => {
    let updated = 0;
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = new Chance(seed);
      const texts = Object.entries(aPlan(chance)).map(([path, text]) => [path, withBlocks(chance, text)] as const);
      const paths = new Set(texts.map(([path]) => path));
      const before = snapshotOfDocuments(
        texts.flatMap(([path, text]) => parse(path, text) ?? []),
        paths,
      );
      const synced = new Map(syncAll(before).map((document) => [document.path, document]));
      const documents = before.plan.documents.map((document) => {
        const { after, blocks } = synced.get(document.path) ?? { after: document.text, blocks: [] };
        const now = parse(document.path, after);
        assert.ok(now, `seed ${seed}: ${document.path} is no part of the plan any more`);
        assert.deepEqual(outside(now), outside(document), `seed ${seed}: ${document.path}`);
        assert.equal(now.body.blocks.length, document.body.blocks.length);
        for (const [i, { block, outcome }] of blocks.entries()) {
          if (outcome === 'updated') updated++;
          else assert.equal(inBlock(now, i), document.text.slice(block.range.start, block.range.end));
        }
        return now;
      });
      const after = snapshotOfDocuments(documents, paths);
      assert.equal(after.plan.items.length, before.plan.items.length, `seed ${seed}`);
      const writable = new Set(after.plan.documents.filter(({ conflicts }) => conflicts.length === 0));
      const outdated = after.findings.filter(
        ({ code, source }) => code === 'outdated-block' && writable.has(source as ParsedDocument),
      );
      const marked = new Set(
        after.findings.filter(({ code }) => code === 'merge-conflict').map(({ source }) => source.path),
      );
      assert.deepEqual(
        outdated.filter(({ source }) => !marked.has(source.path)).map(({ message }) => message),
        [],
        `seed ${seed}`,
      );
      for (const { path, edits } of syncAll(after)) assert.deepEqual(edits, [], `seed ${seed}: ${path}`);
    }
    assert.ok(updated > PLANS, `${updated} blocks`);
  });
});

function inBlock({ text, body }: ParsedDocument, index: number): string {
  const { range } = body.blocks[index] as ParsedDocument['body']['blocks'][number];
  return text.slice(range.start, range.end);
}
