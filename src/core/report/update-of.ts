import type { ParsedDocument, ParsedItem } from '../parse/document.ts';

/** The status update that a document is; undefined where it is something else. */
export const updateOf = ({ items }: ParsedDocument): ParsedItem | undefined =>
  items.find(({ form, type }) => form === 'file' && type.name === 'update');
