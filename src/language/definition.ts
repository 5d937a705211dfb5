import type { Range } from '../core/text/range.ts';
import { itemMeant } from './place/item-meant.ts';
import { placeAt } from './place/place-at.ts';
import type { Location, PlaceNow } from './request.ts';

/** Where an item is written that is named somewhere. */
export interface Definition {
  /** The stretch that names it. */
  readonly origin: Range;
  /** The whole item. */
  readonly target: Location;
  /** Its id. */
  readonly id: Range;
}

/** Where the item is written that is named at a place; undefined where none is. */
export function definitionAt(asked: PlaceNow): Definition | undefined {
  const place = placeAt(asked);
  const item = place && itemMeant(place);
  if (!item) return undefined;
  const { document, parsed, idRange } = item;
  return { origin: place.range, target: { document, range: parsed.range }, id: idRange };
}
