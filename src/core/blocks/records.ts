import type { ParsedDocument } from '../parse/document.ts';
import { updateOf } from '../report/update-of.ts';
import type { BlockView } from './view.ts';

/**
 * Whether a block is a record, which only `milepost report` writes: what tells of changes, which documents alone do not
 * know; and all that stands in a status update, since that says how things stood on its day.
 */
export const isRecord = (view: BlockView, document: ParsedDocument): boolean =>
  view.tellsChanges === true || updateOf(document) !== undefined;
