import { readBlock } from '../../core/blocks/read-block.ts';
import { isRecord } from '../../core/blocks/records.ts';
import { renderBlock } from '../../core/blocks/render-block.ts';
import type { LiveBlock } from '../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { itemDetails } from '../../core/views/item-label.ts';
import { standingOf } from '../../core/views/standing.ts';
import type { Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { type BlockContent, isSame, NOT_READ, type PreviewContent } from './content.ts';
import { blockKey } from './find-blocks.ts';

/**
 * What the preview of a document shows, computed in slices.
 * @param earlier what it showed before: a block that the plan gives as it did is not computed again
 * @returns undefined where the plan does not have the document
 */
export const previewContent = (
  path: string,
  snapshot: Snapshot,
  slices: Slices,
  earlier: PreviewContent = NOT_READ,
): Promise<PreviewContent | undefined> => slices.run(contentSteps(path, snapshot, earlier), () => false);

/** The same at once, where that takes no longer than some milliseconds; else what was shown before. */
export function contentWithin(
  ms: number,
  now: () => number,
  path: string,
  snapshot: Snapshot,
  earlier: PreviewContent = NOT_READ,
): PreviewContent | undefined {
  const steps = contentSteps(path, snapshot, earlier);
  for (const end = now() + ms; now() <= end; ) {
    const step = steps.next();
    if (step.done) return step.value;
  }
  return earlier;
}

function* contentSteps(
  path: string,
  snapshot: Snapshot,
  earlier: PreviewContent,
): Generator<void, PreviewContent | undefined> {
  const { plan, state, today } = snapshot;
  const document = plan.documentAt(path);
  if (!document) return undefined;
  const { said } = plan.parts;
  const holds = earlier.of?.said === said && earlier.of.today === today;
  const blocks = new Map<string, BlockContent>();
  for (const block of document.body.blocks) {
    yield;
    const key = blockKey(block);
    if (!block.close || blocks.has(key)) continue;
    const known = earlier.blocks.get(key);
    const content = holds && known ? known : yield* blockSteps(block, document, snapshot);
    blocks.set(key, known && isSame(known, content) ? known : content);
  }
  const of = { said, today };
  const item = plan.itemsOf(document).find(({ parsed }) => parsed.form === 'file');
  if (!item) return { blocks, card: undefined, of };
  const [title = '', ...lines] = itemDetails(item, snapshot);
  return { blocks, card: { standing: standingOf(item, state), title, lines }, of };
}

/** To pause costs more than most lines do. */
const LINES_AT_ONCE = 20;

function* blockSteps(block: LiveBlock, document: ParsedDocument, snapshot: Snapshot): Generator<void, BlockContent> {
  const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, snapshot.plan) };
  // A part of a report says how things stood on its day, and people write in it: it is shown as it is written.
  if (!asked || isRecord(asked.view, document)) return { lines: undefined, fault: fault?.message };
  const lines: string[] = [];
  for (const line of yield* renderBlock(asked, document.path, snapshot)) {
    lines.push(line);
    if (lines.length % LINES_AT_ONCE === 0) yield;
  }
  return { lines, fault: undefined };
}
