import type { TextEdit } from '../fix.ts';

/** The text with edits applied, which do not overlap and may come in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of [...edits].sort(byPlace)) {
    if (range.start < at) throw new RangeError(`two edits overlap at offset ${range.start}`);
    result += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return result + text.slice(at);
}

/** Edits in the order of their places; what is inserted at the beginning of a stretch comes before it. */
export const byPlace = ({ range: a }: TextEdit, { range: b }: TextEdit): number => a.start - b.start || a.end - b.end;
