import { readBlock } from '../../core/blocks/read-block.ts';
import { renderBlock } from '../../core/blocks/render-block.ts';
import { itemDetails } from '../../core/views/item-label.ts';
import { type Standing, standingOf } from '../../core/views/standing.ts';
import type { Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { blockKey } from './find-blocks.ts';

/** What the preview of a document shows of the plan. */
export interface PreviewContent {
  /** By what they ask for. */
  readonly blocks: ReadonlyMap<string, BlockContent>;
  /** Of a document that is an item. */
  readonly card: CardContent | undefined;
}

/** A live block as the plan has it now, or why it cannot be generated. */
export interface BlockContent {
  readonly lines: readonly string[] | undefined;
  readonly fault: string | undefined;
}

/** An item in a few lines of plain text. */
export interface CardContent {
  readonly standing: Standing;
  readonly title: string;
  readonly lines: readonly string[];
}

export const NO_CONTENT: PreviewContent = { blocks: new Map(), card: undefined };

/** What the preview of a document shows, computed in slices. */
export async function previewContent(path: string, snapshot: Snapshot, slices: Slices): Promise<PreviewContent> {
  const { plan, state, today } = snapshot;
  const document = plan.documentAt(path);
  if (!document) return NO_CONTENT;
  const blocks = new Map<string, BlockContent>();
  for (const block of document.body.blocks) {
    await slices.pauseIfDue();
    if (!block.close || blocks.has(blockKey(block))) continue;
    const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, plan) };
    const lines: string[] = [];
    for (const line of asked ? ((await slices.run(renderBlock(asked, path, snapshot), () => false)) ?? []) : []) {
      lines.push(line);
      await slices.pauseIfDue();
    }
    blocks.set(blockKey(block), { lines: asked && lines, fault: fault?.message });
  }
  const item = plan.itemsOf(document).find(({ parsed }) => parsed.form === 'file');
  if (!item) return { blocks, card: undefined };
  const [title = '', ...lines] = itemDetails(item, state, today);
  return { blocks, card: { standing: standingOf(item, state), title, lines } };
}

/** Whether two contents show the same. */
export const sameContent = (a: PreviewContent, b: PreviewContent): boolean => textOf(a) === textOf(b);

const textOf = ({ blocks, card }: PreviewContent): string => JSON.stringify([...blocks, card]);
