import type { ItemType } from '../../core/model/item-type.ts';
import { statusesOf } from '../../core/model/status.ts';
import { withArticle } from '../../core/text/words.ts';
import type { HoverSection } from './hover.ts';

/** What a type of item is. */
export function typeSection(type: ItemType): HoverSection {
  return {
    icon: type.icon,
    title: type.name,
    lines: [
      type.doc,
      `Statuses: ${statusesOf(type).join(', ')}`,
      type.collection
        ? `A document can hold several under ${type.plural}: each entry is ${withArticle(type.name)}`
        : '',
    ].filter((line) => line !== ''),
  };
}
