import type { TextEdit } from '../../core/fixes/fix.ts';
import { isPath } from '../../core/model/kinds/paper.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { destinationOf } from '../../core/plan/mentions.ts';
import { encodePath, relativePath } from '../../core/views/item-link.ts';
import { replacePart, scalarAt } from '../rename/scalars.ts';

/** Where papers are read from, now and then, and where the files are then. */
export interface PapersMove {
  readonly from: string;
  readonly to: string;
  readonly pathThen?: (path: string) => string;
}

/** Edits after which the papers of items are the files that they were, once some files have moved: theirs, or the papers. */
export function papersAfter(
  { text, items }: Pick<ParsedDocument, 'text' | 'items'>,
  { from, to, pathThen = (path) => path }: PapersMove,
): readonly TextEdit[] {
  return items.flatMap(({ values, fields }) =>
    (values.needs ?? []).flatMap(({ value: paper }) => {
      const now = paper.path === undefined ? undefined : destinationOf(paper.path, from).path;
      if (paper.path === undefined || now === undefined) return [];
      const path = pathThen(now);
      if (destinationOf(paper.path, to).path === path) return [];
      const written = pathAs(paper.path, to, path);
      const scalar = scalarAt(fields.get('needs')?.value, paper.range);
      const plain = scalar?.style === 'plain' && PLAIN.test(written);
      const edit = plain
        ? { range: paper.range, text: written }
        : scalar && replacePart(text, scalar, paper.text, written);
      return edit ?? [];
    }),
  );
}

/** What YAML reads as it is, in braces as well: a path may begin with dots. */
const PLAIN = /^[\p{L}\p{N}._/][\p{L}\p{M}\p{N}._/%#~-]*$/u;

/** The path of a file as a paper says it, in the way in which one is written there already. */
function pathAs(written: string, from: string, path: string): string {
  const [, way = '', rest = ''] = /^([^#?]*)(.*)$/s.exec(written) as RegExpExecArray;
  // A blank may stay as it is in a field, other than in a link.
  const encode = (name: string): string =>
    /%[\da-f]{2}/i.test(way) ? encodePath(name) : name.replace(/[%#?]/g, encodeURIComponent);
  if (way.startsWith('/')) return `/${encode(path)}${rest}`;
  const relative = encode(relativePath(from, path));
  // A name without an extension would be an id.
  const isPlain = relative.startsWith('../') || (isPath(relative) && !way.startsWith('./'));
  return `${isPlain ? '' : './'}${relative}${rest}`;
}
