import type { ParsedDocument } from '../../parse/document.ts';
import type { DocumentEdit, TextEdit } from '../fix.ts';

/** Edits as those of a document. */
export const inDocument = ({ path }: ParsedDocument, edits: readonly TextEdit[]): readonly DocumentEdit[] =>
  edits.map(({ range, text }) => ({ path, range, text }));
