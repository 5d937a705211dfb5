import type { Range } from '../text/range.ts';

/** One conflict that a merge left in a text: its markers and its sides. */
export interface Conflict {
  /** From the first character of `<<<<<<<` to the end of the `>>>>>>>` line. */
  readonly range: Range;
  readonly opening: Range;
  readonly ours: Range;
  readonly theirs: Range;
}

const MARKER = /^(?:<{7}|={7}|\|{7}|>{7})(?: .*)?$/gm;

/** Finds the merge conflicts of a text, also those in the style of diff3. A marker that stands alone is none. */
export function findConflicts(text: string): readonly Conflict[] {
  if (!text.includes('<<<<<<<')) return [];
  const conflicts: Conflict[] = [];
  let opening: Range | undefined;
  let oursEnd = -1;
  let theirsStart = -1;
  for (const match of text.replace(/\r/g, '\n').matchAll(MARKER)) {
    const line = { start: match.index, end: match.index + match[0].length };
    const after = nextLine(text, line.end);
    if (match[0].startsWith('<')) {
      opening = line;
      oursEnd = theirsStart = -1;
    } else if (!opening) {
      // A `=======` alone underlines a heading.
    } else if (match[0].startsWith('|')) {
      oursEnd = line.start;
    } else if (match[0].startsWith('=')) {
      if (oursEnd < 0) oursEnd = line.start;
      theirsStart = after;
    } else if (theirsStart >= 0) {
      conflicts.push({
        range: { start: opening.start, end: line.end },
        opening,
        ours: { start: nextLine(text, opening.end), end: oursEnd },
        theirs: { start: theirsStart, end: line.start },
      });
      opening = undefined;
    }
  }
  return conflicts;
}

/**
 * The conflicts that do not begin in a fenced block of code below `bodyStart`: there, somebody shows what one looks like.
 * @param source the text as it is read, with one side of each conflict
 */
export function conflictsOutsideOfCode(
  source: string,
  bodyStart: number,
  conflicts: readonly Conflict[],
): readonly Conflict[] {
  const fences = source.slice(bodyStart).replace(/\r/g, '\n').matchAll(FENCE);
  let fence = fences.next();
  let open = '';
  return conflicts.filter(({ opening }) => {
    for (; !fence.done && bodyStart + fence.value.index < opening.start; fence = fences.next()) {
      const [, marks = '', rest = ''] = fence.value;
      if (open === '') open = marks;
      else if (marks.startsWith(open) && rest.trim() === '') open = '';
    }
    return open === '';
  });
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/gm;

/** The lines of a range that are markers of no whole conflict: what a merge leaves that was solved by hand. */
export function strayMarkers(text: string, { start, end }: Range): readonly Range[] {
  const lines = text.slice(start, end).replace(/\r/g, '\n');
  if (!/^(?:<{7}|={7}|\|{7}|>{7})/m.test(lines)) return [];
  return [...lines.matchAll(MARKER)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].trimEnd().length,
  }));
}

/** The text with ranges blanked out: every offset stays where it was. */
export function without(text: string, ranges: readonly Range[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/** The text with everything but the first side of each conflict blanked out: every offset stays where it was. */
export function firstSides(text: string, conflicts: readonly Conflict[]): string {
  return without(
    text,
    conflicts.flatMap(({ range, ours }) => [
      { start: range.start, end: ours.start },
      { start: ours.end, end: range.end },
    ]),
  );
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

function nextLine(text: string, at: number): number {
  if (text[at] === '\r') return at + (text[at + 1] === '\n' ? 2 : 1);
  return Math.min(at + 1, text.length);
}
