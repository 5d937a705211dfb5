import { replacePart } from '../../core/fixes/edit/replace-part.ts';
import type { TextEdit } from '../../core/fixes/fix.ts';
import { isPath } from '../../core/model/kinds/paper.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { destinationOf } from '../../core/plan/mentions.ts';
import { namedFiles } from '../../core/plan/named-files.ts';
import { relativePath } from '../../core/text/relative-path.ts';
import { encodePath } from '../../core/views/item-link.ts';
import { scalarAt } from '../rename/scalars.ts';

/** Where the names of files are read from, now and then, and where the files are then. */
export interface NamesMove {
  readonly from: string;
  readonly to: string;
  readonly pathThen?: (path: string) => string;
}

/** Edits after which items name the files that they named, once some files have moved: theirs, or those that are named. */
export function namedFilesAfter(
  { text, items }: Pick<ParsedDocument, 'text' | 'items'>,
  { from, to, pathThen = (path) => path }: NamesMove,
): readonly TextEdit[] {
  return items.flatMap((item) =>
    namedFiles(item).flatMap((named) => {
      const now = destinationOf(named.path, from).path;
      if (now === undefined) return [];
      const path = pathThen(now);
      if (destinationOf(named.path, to).path === path) return [];
      const written = pathAs(named.path, to, path);
      const scalar = scalarAt(item.fields.get(named.field)?.value, named.range);
      const plain = scalar?.style === 'plain' && PLAIN.test(written);
      const edit = plain
        ? { range: named.range, text: written }
        : scalar && replacePart(text, scalar, named.path, written);
      return edit ?? [];
    }),
  );
}

/** What YAML reads as it is, in braces as well: a path may begin with dots. */
const PLAIN = /^[\p{L}\p{N}._/][\p{L}\p{M}\p{N}._/%#~-]*$/u;

/** The path of a file as a field says it, in the way in which one is written there already. */
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
