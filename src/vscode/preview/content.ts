import type { Day } from '../../core/model/values/day.ts';
import type { Standing } from '../../core/views/standing.ts';

/** What the preview of a document shows of the plan. */
export interface PreviewContent {
  /** By what they ask for. */
  readonly blocks: ReadonlyMap<string, BlockContent>;
  /** Of a document that is an item. */
  readonly card: CardContent | undefined;
  /** What the plan said, and on which day: blocks hold as long as both are the same. Undefined before it was read. */
  readonly of: { readonly said: object; readonly today: Day } | undefined;
}

/**
 * A live block as the plan has it now, or why it cannot be generated. Without lines it is shown as it is written. The same
 * object, as long as it says the same.
 */
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

/** What is shown before the plan has been read that may have the document. */
export const NOT_READ: PreviewContent = { blocks: new Map(), card: undefined, of: undefined };

/** Whether two blocks say the same. */
export const isSame = (a: BlockContent, b: BlockContent): boolean =>
  a === b || (a.fault === b.fault && sameLines(a.lines, b.lines));

function sameLines(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((line, index) => line === b[index]);
}

/** Whether two contents of one document show the same. */
export function sameContent(a: PreviewContent | undefined, b: PreviewContent | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.blocks.size !== b.blocks.size || JSON.stringify(a.card) !== JSON.stringify(b.card)) return false;
  return [...a.blocks].every(([key, content]) => {
    const other = b.blocks.get(key);
    return other !== undefined && isSame(content, other);
  });
}
