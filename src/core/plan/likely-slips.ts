import { isNameSlip, type SlipName, slipName } from '../text/name-slip.ts';
import type { People } from './people.ts';

/** Somebody whom one item alone names, and who is a slip away from somebody whom several do. */
export interface LikelySlip {
  /** The key of who is written. */
  readonly written: string;
  /** The key of who is probably meant. */
  readonly meant: string;
  /** The index of the item. */
  readonly item: number;
  /** How many items name who is probably meant. */
  readonly others: number;
}

/** Whom fewer items name is nobody to be mistaken for. */
const SEVERAL = 3;

const known = new WeakMap<People, readonly LikelySlip[]>();

/** The names of a plan that are probably misspelt. Found once for as long as nobody is named otherwise. */
export function likelySlips(people: People): readonly LikelySlip[] {
  let slips = known.get(people);
  if (!slips) {
    slips = findSlips(people);
    known.set(people, slips);
  }
  return slips;
}

function findSlips(people: People): readonly LikelySlip[] {
  const rare: (readonly [key: string, item: number])[] = [];
  // Slips leave the first letter where it is, and change the length by one at most: few names are compared.
  const frequent = new Map<string, Candidate[]>();
  for (const key of people.keys) {
    const items = people.itemsNaming(key);
    const [first] = items;
    if (items.length === 1) rare.push([key, first as number]);
    if (items.length < SEVERAL) continue;
    const candidate = { key, name: slipName(key), others: items.length };
    const shelf = shelfOf(candidate.name);
    const others = frequent.get(shelf);
    if (others) others.push(candidate);
    else frequent.set(shelf, [candidate]);
  }
  if (frequent.size === 0) return [];
  return rare.flatMap(([written, item]) => {
    const name = slipName(written);
    const near = [-1, 0, 1].flatMap((more) => frequent.get(shelfOf(name, more)) ?? []);
    const [meant, another] = near.filter((candidate) => isNameSlip(name, candidate.name));
    // Of two who may be meant it is neither in particular.
    return meant && !another ? [{ written, meant: meant.key, item, others: meant.others }] : [];
  });
}

interface Candidate {
  readonly key: string;
  readonly name: SlipName;
  readonly others: number;
}

const shelfOf = ({ letters }: SlipName, more = 0): string => `${letters.slice(0, 1)} ${letters.length + more}`;
