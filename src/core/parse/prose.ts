import { type Range, without } from '../text/range.ts';
import { headingCandidates } from './body/item-heading.ts';
import type { BodyFacts } from './body/scan.ts';
import type { ParsedItem } from './document.ts';
import type { FrontItem } from './parse-item.ts';

/**
 * Gives each item its prose. In a one-item file that is the whole body; in a document with entries, a heading that
 * names an item opens its prose, up to the next heading of the same or a higher level, and what is left is the
 * document's own.
 */
export function withProse(
  own: FrontItem | undefined,
  entries: readonly FrontItem[],
  facts: BodyFacts,
  body: Range,
): readonly ParsedItem[] {
  const ids = new Set(entries.map((entry) => entry.id));
  const sections = ids.size > 0 ? sectionsById(ids, facts, body.end) : new Map<string, Range[]>();
  const taken: Range[] = [...sections.values()].flat();
  const items = entries.map((entry) => ({ ...entry, prose: sections.get(entry.id) ?? [] }));
  return own ? [{ ...own, prose: without(body, taken) }, ...items] : items;
}

function sectionsById(ids: ReadonlySet<string>, { headings }: BodyFacts, end: number): Map<string, Range[]> {
  const sections = new Map<string, Range[]>();
  const ends = sectionEnds(headings, end);
  const add = (id: string, section: Range): void => {
    if (section.start >= section.end) return;
    const others = sections.get(id);
    if (others) others.push(section);
    else sections.set(id, [section]);
  };
  // Sections that are open, the innermost last: text belongs to that one alone.
  const open: { readonly id: string; readonly end: number; from: number }[] = [];
  const closeUpTo = (offset: number): void => {
    for (let top = open.at(-1); top && top.end <= offset; top = open.at(-1)) {
      open.pop();
      add(top.id, { start: top.from, end: top.end });
      const outer = open.at(-1);
      if (outer) outer.from = top.end;
    }
  };
  for (const [index, heading] of headings.entries()) {
    const id = headingCandidates(heading.text.normalize('NFC')).find((candidate) => ids.has(candidate));
    if (id === undefined) continue;
    closeUpTo(heading.range.start);
    const outer = open.at(-1);
    if (outer) add(outer.id, { start: outer.from, end: heading.range.start });
    open.push({ id, end: ends[index] as number, from: heading.range.start });
  }
  closeUpTo(end);
  return sections;
}

const DEEPEST = 6;

/** Where the section of each heading ends: at the next heading of the same or a higher level. */
function sectionEnds(headings: BodyFacts['headings'], end: number): number[] {
  const nextUpTo = new Array<number>(DEEPEST + 1).fill(end);
  const ends = new Array<number>(headings.length);
  for (let index = headings.length - 1; index >= 0; index--) {
    const { depth, range } = headings[index] as BodyFacts['headings'][number];
    ends[index] = nextUpTo[depth] as number;
    nextUpTo.fill(range.start, depth);
  }
  return ends;
}
