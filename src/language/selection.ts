import type { YamlNode } from '../core/parse/yaml/node.ts';
import { isEmpty } from '../core/parse/yaml/node.ts';
import { itemAt } from '../core/plan/item-at.ts';
import type { Range } from '../core/text/range.ts';
import { placeAt } from './place/place-at.ts';
import type { PlaceNow } from './request.ts';

/**
 * What a selection grows to, step by step: the word that means something, the entry of a list, the value, the field, the
 * item, the front matter; in prose a mention or the parts of a live block. Nothing where the plan knows no more than the
 * editor does.
 */
export function selectionsAt(asked: PlaceNow): readonly Range[] {
  const { document, plan, offset } = asked;
  const { frontMatter, body } = document;
  const place = placeAt(asked);
  const found: Range[] = place ? [place.range] : [];
  if (offset <= frontMatter.range.end) {
    const item = itemAt(plan, document, offset);
    for (const { key, value } of item?.parsed.fields.values() ?? []) {
      const field = { start: key.range.start, end: Math.max(key.range.end, value?.range.end ?? 0) };
      if (!holds(field, offset)) continue;
      if (value && !isEmpty(value)) found.push(...nodesAt(value, offset));
      found.push(field);
    }
    if (item) found.push(item.parsed.range);
    found.push(frontMatter.content, frontMatter.range);
  } else {
    for (const { open, content, range } of body.blocks)
      found.push(...[open, content, range].filter((each) => holds(each, offset)));
  }
  return nested(found.filter((range) => holds(range, offset)));
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset <= end;

/** The nodes of a value that hold an offset. */
function nodesAt(node: YamlNode, offset: number): readonly Range[] {
  if (!holds(node.range, offset)) return [];
  if (node.kind === 'scalar') return [node.range];
  const inside =
    node.kind === 'list'
      ? node.items.flatMap((item) => (item ? nodesAt(item, offset) : []))
      : node.pairs.flatMap(({ key, value }) => {
          const pair = { start: key.range.start, end: Math.max(key.range.end, value?.range.end ?? 0) };
          return holds(pair, offset) ? [...(value ? nodesAt(value, offset) : []), pair] : [];
        });
  return [...inside, node.range];
}

/** From the smallest on, each holding the one before and larger than it. */
function nested(ranges: readonly Range[]): readonly Range[] {
  const steps: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = steps.at(-1);
    const grows =
      !last || (range.start <= last.start && last.end <= range.end && range.end - range.start > last.end - last.start);
    if (grows) steps.push(range);
  }
  return steps;
}
