import { breakAt, lineEnd } from '../../../core/fixes/edit/lines.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';

/** The line break of a document: that of its first line. */
export const newlineOf = ({ text, frontMatter }: ParsedDocument): string =>
  breakAt(text, lineEnd(text, frontMatter.range.start)) || '\n';
