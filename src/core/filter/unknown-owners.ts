import { canonicalFieldName } from '../model/field-name.ts';
import { parsePerson, personKey } from '../model/values/person.ts';
import type { Plan } from '../plan/plan.ts';
import { nearest } from '../text/nearest.ts';
import { quoted, visible } from '../text/visible.ts';
import { ownerFilter } from './field-filter.ts';

/**
 * What is to be said of the filters among some words that ask for the items of somebody who has none, and who was probably
 * meant. It is no mistake: who has nothing to do any more is asked for as well, by a script for example.
 */
export function unknownOwners(words: readonly string[], { items, people }: Plan): readonly string[] {
  if (items.length === 0) return [];
  return words.flatMap((word) => {
    const equals = word.indexOf('=');
    const name = word.slice(equals + 1).trim();
    if (equals < 0 || name === '' || canonicalFieldName(word.slice(0, equals)) !== 'owner') return [];
    if (items.some(ownerFilter(name))) return [];
    const owners = new Set(items.flatMap(({ owner }) => (owner ? personKey(owner.name) : [])));
    const near = nearest(parsePerson(name).name, owners);
    return `no item has the owner ${quoted(name)}${near === undefined ? '' : `: did you mean ${visible(people.spellingOf(near))}?`}`;
  });
}
