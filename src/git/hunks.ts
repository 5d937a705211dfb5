/** Lines that one version of a file has in place of those of an older one. Lines count from 0. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/** Neighbouring lines of some version of a file, and the line that the first of them has become in the end. */
export interface Segment {
  readonly start: number;
  readonly count: number;
  readonly to: number;
}

/** Lines that a change has written, and in which hunk. */
export interface ChangedSegment extends Segment {
  readonly hunk: Hunk;
}

/** The hunk of a header such as `@@ -4,0 +5,2 @@`. */
export function readHunk(header: string): Hunk | undefined {
  const match = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(header);
  if (!match) return undefined;
  const [oldLine, oldCount, newLine, newCount] = match.slice(1).map((digits) => Number(digits ?? 1)) as Four;
  // Of no lines, git names the line before.
  const start = (line: number, count: number): number => (count === 0 ? line : line - 1);
  return { oldStart: start(oldLine, oldCount), oldCount, newStart: start(newLine, newCount), newCount };
}

type Four = [number, number, number, number];

/** The same change, backwards. */
export const reversed = ({ oldStart, oldCount, newStart, newCount }: Hunk): Hunk => ({
  oldStart: newStart,
  oldCount: newCount,
  newStart: oldStart,
  newCount: oldCount,
});

/**
 * Divides lines of a version into those that a change wrote and those that were there before, which get their numbers
 * in the older version.
 */
export function divide(
  segments: readonly Segment[],
  hunks: readonly Hunk[],
): { readonly kept: Segment[]; readonly changed: ChangedSegment[] } {
  const kept: Segment[] = [];
  const changed: ChangedSegment[] = [];
  for (const { start, count, to } of segments) {
    const end = start + count;
    let next = firstEndingAfter(hunks, start);
    let shift = next === 0 ? 0 : shiftAfter(hunks[next - 1] as Hunk);
    for (let at = start; at < end; next++) {
      const hunk = hunks[next];
      const calm = hunk ? Math.min(end, hunk.newStart) : end;
      if (calm > at) kept.push({ start: at + shift, count: calm - at, to: to + at - start });
      at = Math.max(at, calm);
      if (!hunk) continue;
      const over = Math.min(end, hunk.newStart + hunk.newCount);
      if (over > at) changed.push({ start: at, count: over - at, to: to + at - start, hunk });
      at = Math.max(at, over);
      shift = shiftAfter(hunk);
    }
  }
  return { kept, changed };
}

/**
 * Lines that a change which does not count has written, as lines of the version before: each is the line at the same
 * place in its hunk, or the last one there. Where nothing was replaced there is none.
 */
export function byPosition({ start, count, to, hunk }: ChangedSegment): Segment[] {
  if (hunk.oldCount === 0) return [];
  const within = start - hunk.newStart;
  const paired = Math.max(0, Math.min(count, hunk.oldCount - within));
  const last = hunk.oldStart + hunk.oldCount - 1;
  return [
    ...(paired > 0 ? [{ start: hunk.oldStart + within, count: paired, to }] : []),
    ...Array.from({ length: count - paired }, (_, n) => ({ start: last, count: 1, to: to + paired + n })),
  ];
}

/** By how much lines after a hunk move. */
const shiftAfter = ({ oldStart, oldCount, newStart, newCount }: Hunk): number =>
  oldStart + oldCount - newStart - newCount;

/** The index of the first hunk that ends after a line. */
function firstEndingAfter(hunks: readonly Hunk[], line: number): number {
  let low = 0;
  let high = hunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const hunk = hunks[middle] as Hunk;
    if (hunk.newStart + hunk.newCount > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
