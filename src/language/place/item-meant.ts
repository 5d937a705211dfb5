import type { Item } from '../../core/plan/item.ts';
import type { Place } from './place.ts';

/** The item that is named at a place; of a field or its value, none. */
export function itemMeant(place: Place): Item | undefined {
  switch (place.kind) {
    case 'id':
    case 'heading':
      return place.item;
    case 'reference':
    case 'mention':
    case 'block':
      return place.target;
    case 'key':
    case 'value':
      return undefined;
  }
}
