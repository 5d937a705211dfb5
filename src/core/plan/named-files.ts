import type { ParsedItem } from '../parse/document.ts';
import type { Range } from '../text/range.ts';

/** A file of the repository that an item names in a field. */
export interface NamedFile {
  readonly field: 'needs' | 'source';
  /** As it is written: from the document, or from the root where it begins with a slash. */
  readonly path: string;
  readonly range: Range;
}

/** The files that an item names: the papers of a review, and what a metric has its values in. */
export function namedFiles({ values }: Pick<ParsedItem, 'values'>): readonly NamedFile[] {
  const papers = (values.needs ?? []).flatMap(({ value: { path, range } }): readonly NamedFile[] =>
    path === undefined ? [] : [{ field: 'needs', path, range }],
  );
  const file = values.source?.values.file;
  return file ? [...papers, { field: 'source', ...file }] : papers;
}
