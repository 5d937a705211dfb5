import type { Range } from '../text/range.ts';
import {
  type Conflict,
  conflictsOutsideOfCode,
  findConflicts,
  firstSides,
  strayMarkers,
  without,
} from './conflicts.ts';
import { type FrontMatter, splitFrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';

/** A text as it is read. Offsets are those of the text itself. */
export interface ReadableText {
  /** Of each conflict, the first side; the rest is blank. */
  readonly source: string;
  readonly conflicts: readonly Conflict[];
  /** Markers in the front matter that are no whole conflict. */
  readonly strays: readonly Range[];
  readonly frontMatter: FrontMatter | undefined;
}

/** The text of a document in the format of plans. Without front matter it is none, and nothing in it is looked for. */
export function readable(text: string): ReadableText {
  const conflicts = findConflicts(text);
  if (conflicts.length > 0) {
    const source = firstSides(text, conflicts);
    // A conflict over the whole file stands before the front matter's first line.
    const space = /^\s*(?=---)/.exec(source)?.[0].length ?? 0;
    const lead = (conflicts[0] as Conflict).range.start < space ? space : 0;
    const inner = splitFrontMatter(source.slice(lead));
    if (inner) {
      const frontMatter = shifted(inner, lead);
      const found = conflictsOutsideOfCode(source, frontMatter.bodyStart, conflicts);
      return withoutStrays(source, found, frontMatter);
    }
  }
  return withoutStrays(text, [], splitFrontMatter(text));
}

/** The same of a text that says its fields in its body, and needs no front matter. */
export function readableBody(text: string): ReadableText {
  const read = readable(text);
  if (read.frontMatter) return read;
  const conflicts = findConflicts(text);
  const source = firstSides(text, conflicts);
  return { ...read, source, conflicts: conflictsOutsideOfCode(source, 0, conflicts) };
}

/** What is found of a conflict. */
export const conflictProblem = ({ opening }: Conflict, isHarmless = false): Problem => ({
  code: 'merge-conflict',
  message: 'a merge left a conflict here: until it is resolved, the first side is read as the plan',
  range: opening,
  ...(isHarmless ? { severity: 'warning' } : {}),
});

/** What is found of a marker that is no whole conflict. */
export const strayProblem = (range: Range): Problem => ({
  code: 'merge-conflict',
  message: 'a merge left this marker here: remove the line',
  range,
});

function withoutStrays(
  text: string,
  conflicts: readonly Conflict[],
  frontMatter: FrontMatter | undefined,
): ReadableText {
  const strays = frontMatter ? strayMarkers(text, frontMatter.content) : [];
  return { source: strays.length > 0 ? without(text, strays) : text, conflicts, strays, frontMatter };
}

function shifted(frontMatter: FrontMatter, by: number): FrontMatter {
  const move = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return {
    range: move(frontMatter.range),
    content: move(frontMatter.content),
    bodyStart: frontMatter.bodyStart + by,
    closed: frontMatter.closed,
  };
}
