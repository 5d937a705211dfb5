import type { Token } from './markdown-it.ts';

/** The type of the token that takes the place of a live block, comments and all. */
export const BLOCK_TOKEN = 'milepost_block';

/** What a live block is shown by, and what stands in the document. */
export interface BlockMeta {
  readonly key: string;
  readonly written: Token[];
}
