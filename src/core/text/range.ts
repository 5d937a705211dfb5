/** A stretch of a text: UTF-16 offsets, `start` included, `end` not. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is left of a range without others. */
export function without(range: Range, holes: readonly Range[]): Range[] {
  const left: Range[] = [];
  let at = range.start;
  for (const hole of [...holes].sort((a, b) => a.start - b.start)) {
    if (hole.end <= range.start || hole.start >= range.end) continue;
    if (hole.start > at) left.push({ start: at, end: hole.start });
    at = Math.max(at, hole.end);
  }
  if (at < range.end) left.push({ start: at, end: range.end });
  return left;
}
