import type { BodyFacts } from './body/facts.ts';
import { headingCandidates } from './body/item-heading.ts';
import type { FrontItem } from './parse-item.ts';

/**
 * What a file without a title is called: its first heading that is nobody else's. One that names an entry is that
 * entry's, and what stands in a live block changes with the plan.
 */
export function ownHeading({ headings, blocks }: BodyFacts, entries: readonly FrontItem[]): string | undefined {
  const ids = new Set(entries.map((entry) => entry.id));
  const namesEntry = (text: string): boolean =>
    ids.size > 0 && headingCandidates(text.normalize('NFC')).some((id) => ids.has(id));
  // Both are in the order of the text: of many blocks, none is looked at twice.
  let block = 0;
  const isGenerated = (offset: number): boolean => {
    while ((blocks[block]?.range.end ?? offset + 1) <= offset) block++;
    const content = blocks[block]?.content;
    return content !== undefined && content.start <= offset && offset < content.end;
  };
  return headings.find(({ text, range }) => !isGenerated(range.start) && !namesEntry(text))?.text;
}
