import type { BodyFacts, LiveBlock } from '../parse/body/facts.ts';
import type { Range } from '../text/range.ts';

/** The comment that was probably meant to close a block which nothing closes. */
export const closerMeantFor = (block: LiveBlock, body: BodyFacts): Range | undefined => paired(body).get(block);

/** The comments that close nothing, without those that were probably meant for a block which nothing closes. */
export function lonelyClosers(body: BodyFacts): readonly Range[] {
  if (body.strays.length === 0) return body.strays;
  const meant = new Set(paired(body).values());
  return body.strays.filter((stray) => !meant.has(stray));
}

/** Comments that close nothing, by the last block before each that nothing closes either: as if blocks held blocks. */
function paired({ blocks, strays }: BodyFacts): ReadonlyMap<LiveBlock, Range> {
  const found = new Map<LiveBlock, Range>();
  const unclosed: LiveBlock[] = [];
  let next = 0;
  for (const stray of strays) {
    for (let block = blocks[next]; block && block.open.start < stray.start; block = blocks[++next]) {
      if (!block.close) unclosed.push(block);
    }
    const block = unclosed.pop();
    if (block) found.set(block, stray);
  }
  return found;
}
