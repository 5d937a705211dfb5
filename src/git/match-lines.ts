/** A stretch of lines in two versions of a text that is still to be compared. */
interface Gap {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** More changes than this are not looked for at once: the cost is quadratic. */
const MOST_CHANGES = 400;

/**
 * For each line of a text, its line in an older version, or -1 where it is new. What is between the first and the last
 * change is compared as `diff` does it; where that is too much, lines that stand only once divide it first.
 */
export function matchLines(before: Int32Array, now: Int32Array): Int32Array {
  const matches = new Int32Array(now.length).fill(-1);
  const gaps: Gap[] = [{ from: 0, to: before.length, newFrom: 0, newTo: now.length }];
  for (let gap = gaps.pop(); gap; gap = gaps.pop()) {
    let { from, to, newFrom, newTo } = gap;
    while (from < to && newFrom < newTo && before[from] === now[newFrom]) matches[newFrom++] = from++;
    while (from < to && newFrom < newTo && before[to - 1] === now[newTo - 1]) matches[--newTo] = --to;
    if (from === to || newFrom === newTo) continue;
    const left = { from, to, newFrom, newTo };
    if (!matchShortest(before, now, left, matches)) gaps.push(...divided(before, now, left, matches));
  }
  return matches;
}

/** Finds the fewest changes, as Myers does. Says no where there are too many. */
function matchShortest(before: Int32Array, now: Int32Array, gap: Gap, matches: Int32Array): boolean {
  const { from, newFrom } = gap;
  const [length, newLength] = [gap.to - from, gap.newTo - newFrom];
  const most = Math.min(MOST_CHANGES, length + newLength);
  // For each diagonal, how far along the old lines one comes with so many changes; and the same of each number before.
  const reached = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const steps: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    steps.push(reached.slice(middle - changes - 1, middle + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const [below, above] = [reached[middle + diagonal + 1] as number, reached[middle + diagonal - 1] as number];
      const isInsertion = diagonal === -changes || (diagonal !== changes && above < below);
      let x = isInsertion ? below : above + 1;
      while (x < length && x - diagonal < newLength && before[from + x] === now[newFrom + x - diagonal]) x++;
      reached[middle + diagonal] = x;
      if (x >= length && x - diagonal >= newLength) {
        goBack(gap, steps, matches);
        return true;
      }
    }
  }
  return false;
}

/** Goes the way back from the end, and notes the lines that stayed. */
function goBack({ from, to, newFrom, newTo }: Gap, steps: readonly Int32Array[], matches: Int32Array): void {
  let x = to - from;
  let y = newTo - newFrom;
  for (let changes = steps.length - 1; changes >= 0; changes--) {
    const step = steps[changes] as Int32Array;
    const diagonal = x - y;
    const [below, above] = [step[changes + 2 + diagonal] as number, step[changes + diagonal] as number];
    const isInsertion = diagonal === -changes || (diagonal !== changes && above < below);
    const [startX, startY] = isInsertion ? [below, below - diagonal - 1] : [above, above - diagonal + 1];
    // After the change, lines stayed up to here; before the first one, from the start on.
    const since = changes === 0 ? 0 : isInsertion ? startX : startX + 1;
    while (x > since) matches[newFrom + --y] = from + --x;
    [x, y] = [startX, startY];
  }
}

/** Matches lines that stand once in both versions, in an order that both have, and gives the gaps between them. */
function divided(before: Int32Array, now: Int32Array, gap: Gap, matches: Int32Array): Gap[] {
  const once = new Map<number, number>();
  for (const [hash, line] of linesOnce(before, gap.from, gap.to)) once.set(hash, line);
  const pairs: [number, number][] = [];
  for (const [hash, newLine] of linesOnce(now, gap.newFrom, gap.newTo)) {
    const line = once.get(hash);
    if (line !== undefined) pairs.push([newLine, line]);
  }
  const rising = longestRising(pairs.sort(([a], [b]) => a - b));
  const gaps: Gap[] = [];
  let { from, newFrom } = gap;
  for (const [newLine, line] of rising) {
    matches[newLine] = line;
    gaps.push({ from, to: line, newFrom, newTo: newLine });
    from = line + 1;
    newFrom = newLine + 1;
  }
  return rising.length === 0 ? [] : [...gaps, { from, to: gap.to, newFrom, newTo: gap.newTo }];
}

/** The lines of a stretch that no other line there is like, by hash. */
function linesOnce(hashes: Int32Array, from: number, to: number): Map<number, number> {
  const lines = new Map<number, number>();
  const repeated = new Set<number>();
  for (let line = from; line < to; line++) {
    const hash = hashes[line] as number;
    if (lines.has(hash)) repeated.add(hash);
    else lines.set(hash, line);
  }
  for (const hash of repeated) lines.delete(hash);
  return lines;
}

/** The longest choice of pairs whose second numbers rise as the first do. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  // For each length, the index of the pair with the least end; and for each pair, the one before it.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] as number] as [number, number])[1] < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] as number));
    ends[low] = index;
  }
  const rising: [number, number][] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) {
    rising.push(pairs[index] as [number, number]);
  }
  return rising.reverse();
}
