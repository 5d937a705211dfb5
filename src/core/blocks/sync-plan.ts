import { isWritable } from '../fixes/documents.ts';
import { applyEdits } from '../fixes/edit/apply.ts';
import type { TextEdit } from '../fixes/fix.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { type BlockTrouble, checkBlocks } from './check-blocks.ts';
import { isWrittenIn } from './fingerprint.ts';
import { readBlock } from './read-block.ts';
import { isRecord } from './records.ts';
import { type PlanOn, renderBlock } from './render-block.ts';
import { rewrite } from './sync.ts';
import { writtenInText } from './trouble-text.ts';

/** What synchronizing makes of a block. */
export interface SyncedBlock {
  readonly block: LiveBlock;
  /**
   * `current`: it stays as it is, date and all. `updated`: it gets other text, or another date. `record`: a part of a
   * report, which is left alone whatever the plan says. `invalid`: nobody can tell what it asks for, or its document may
   * not be written to.
   */
  readonly outcome: 'current' | 'updated' | 'record' | 'invalid';
  /** What is wrong with it as it stands; undefined where it holds what the plan, as of its date, gives. */
  readonly trouble: BlockTrouble | undefined;
  /** Why it is left as it is. */
  readonly message: string | undefined;
}

/** A document with live blocks, and what synchronizing makes of it. */
export interface SyncedDocument {
  readonly document: ParsedDocument;
  readonly path: string;
  readonly before: string;
  /** The same text where nothing is to be updated. */
  readonly after: string;
  /** From the one to the other: every byte that none of them names stays. */
  readonly edits: readonly TextEdit[];
  /** In the order of their places. */
  readonly blocks: readonly SyncedBlock[];
}

/**
 * Writes every live block as the plan has it today, and dates those that change. A block that says the same already is
 * left alone with its date, unless the plan, as of that date, would say something else. Changes nothing but what it gives
 * back: whoever called writes. Pauses, as a generator, where a host may do something else.
 */
export function* syncPlan(now: PlanOn, accepts: (path: string) => boolean): Generator<void, readonly SyncedDocument[]> {
  const edits = new Map<ParsedDocument, TextEdit[]>();
  const blocks = new Map<ParsedDocument, SyncedBlock[]>();
  for (const { document, block, trouble } of yield* checkBlocks(now)) {
    if (!accepts(document.path)) continue;
    yield;
    const made = yield* syncBlock(block, document, now, trouble);
    const [own, changes] = [blocks.get(document) ?? [], edits.get(document) ?? []];
    blocks.set(document, own);
    edits.set(document, changes);
    if (made === 'record') {
      own.push({ block, outcome: 'record', trouble: undefined, message: undefined });
    } else if ('message' in made) {
      own.push({ block, outcome: 'invalid', trouble, message: made.message });
    } else {
      changes.push(...made);
      own.push({ block, outcome: made.length > 0 ? 'updated' : 'current', trouble, message: undefined });
    }
  }
  return [...blocks].map(([document, own]) => {
    const changes = edits.get(document) ?? [];
    const { path, text } = document;
    return { document, path, before: text, after: applyEdits(text, changes), edits: changes, blocks: own };
  });
}

/** The edits that bring a block up to date; or why there are none. */
function* syncBlock(
  block: LiveBlock,
  document: ParsedDocument,
  now: PlanOn,
  trouble: BlockTrouble | undefined,
): Generator<void, readonly TextEdit[] | 'record' | { readonly message: string }> {
  const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, now.plan) };
  if (!asked) return { message: fault?.message ?? '' };
  if (isRecord(asked.view, document)) return 'record';
  if (!isWritable(document)) return { message: 'the document is in conflict: solve that first' };
  const changes = yield* rewrite(block, document, () => renderBlock(asked, document.path, now), now.today);
  const isOtherText = changes.some(({ range }) => range === block.content);
  if (isOtherText && isWrittenIn(block, document)) return { message: writtenInText(block) };
  return isOtherText || trouble ? changes : [];
}
