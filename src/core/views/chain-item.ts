import type { Item } from '../plan/item.ts';
import { visible } from '../text/visible.ts';
import type { ChainNode } from './chain-node.ts';
import { type CardInput, itemCard } from './item-card.ts';
import { itemLabel } from './item-label.ts';

/** What a node says of the item that it stands for, whatever hangs on it. */
export function chainItem(item: Item, input: CardInput): Omit<ChainNode, 'drives' | 'hasChildren' | 'children'> {
  return {
    kind: 'item',
    id: item.key,
    label: visible(item.id),
    description: [item.title === item.id ? '' : visible(item.title), itemLabel(item, input).description]
      .filter((part) => part !== '')
      .join(' · '),
    details: itemCard(item, input),
    place: { source: item.document, range: item.idRange },
    item,
  };
}
