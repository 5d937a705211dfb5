import { itemMeant } from '../place/item-meant.ts';
import { placeAt } from '../place/place-at.ts';
import type { PlaceNow } from '../request.ts';
import { blockSection } from './block-section.ts';
import { fieldSection } from './field-section.ts';
import type { Hover, HoverSection } from './hover.ts';
import { hoverInFrontMatter } from './hover-in-yaml.ts';
import { itemSection } from './item-section.ts';
import { typeSection } from './type-section.ts';
import { valueSection } from './value-section.ts';

/** What is said of a place; undefined where the plan has nothing to say of it. */
export function hoverAt(asked: PlaceNow): Hover | undefined {
  const place = placeAt(asked);
  if (!place) return hoverInFrontMatter({ ...asked, path: asked.document.path, text: asked.document.text });
  const { range } = place;
  const of = (...sections: readonly (HoverSection | undefined)[]): Hover | undefined => {
    const said = sections.filter((section) => section !== undefined);
    return said.length > 0 ? { range, sections: said } : undefined;
  };
  const item = itemMeant(place);
  switch (place.kind) {
    case 'key':
      return of(fieldSection(place.field, place.item, asked.plan));
    case 'value':
      return of(valueSection(place, asked));
    case 'block':
      return of(item && itemSection(item, asked), blockSection(place.block, asked));
    case 'id':
      // Where the file's name is the id, its type stands for it.
      return of(item && itemSection(item, asked), place.item.field('id') ? undefined : typeSection(place.item.type));
    default:
      return of(item && itemSection(item, asked));
  }
}
