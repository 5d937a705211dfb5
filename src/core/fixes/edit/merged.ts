import type { TextEdit } from '../fix.ts';

/** Edits of which those that insert at one place of a document are one: in the order in which they were given. */
export function mergedEdits<T extends TextEdit & { readonly path?: string }>(edits: readonly T[]): T[] {
  const result: T[] = [];
  for (const edit of edits) {
    const same = isInsertion(edit) ? result.findIndex((other) => isInsertion(other) && isSamePlace(other, edit)) : -1;
    const other = result[same];
    if (other) result[same] = { ...other, text: other.text + edit.text };
    else result.push(edit);
  }
  return result;
}

const isInsertion = ({ range }: TextEdit): boolean => range.start === range.end;

const isSamePlace = (a: TextEdit & { readonly path?: string }, b: typeof a): boolean =>
  a.range.start === b.range.start && a.path === b.path;
