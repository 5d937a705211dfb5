import type { ItemChange, PlanDiff } from '../../diff/plan-diff.ts';
import type { PlanSide } from '../../diff/plan-side.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { wasText } from './move-text.ts';
import { changesOf } from './words.ts';

/**
 * A plan compared with what it was, for pictures of it. A picture may already be of a newer plan, so items are found by
 * their names: what nobody has compared yet counts as it was.
 */
export interface Compared {
  /** What the plan is compared with: `main`. */
  readonly name: string;
  readonly base: PlanSide;
  /** What became of an item; undefined where nothing did. */
  readonly changeOf: (item: Item) => ItemChange | undefined;
  /** The key that an item of the base has now: another one where it was renamed. */
  readonly keyNow: (item: Item) => string;
  /** What is gone, in document order. */
  readonly removed: readonly ItemChange[];
}

/** Makes a comparison ready for pictures. */
export function comparedBy(diff: PlanDiff, base: PlanSide, name: string): Compared {
  const changes = new Map(
    diff.items.flatMap((change) => (change.item.head ? [[nameOf(change.item.head), change] as const] : [])),
  );
  const renamed = new Map(
    diff.items.flatMap(({ item: { base: was, head } }) => (was && head ? [[was, head.key] as const] : [])),
  );
  return {
    name,
    base,
    changeOf: (item) => changes.get(nameOf(item)),
    keyNow: (item) => renamed.get(item) ?? item.key,
    removed: diff.items.filter(({ kind }) => kind === 'removed'),
  };
}

const nameOf = ({ key, type }: Item): string => `${type.name} ${key}`;

const MOST_FIELDS = 2;

/** A line of a card on what became of an item: `Since main: duration 5d → 7d, was 6 Nov, +2d`; empty where nothing did. */
export function sinceText(change: ItemChange | undefined, name: string, today: Day): string {
  if (!change) return '';
  const { kind } = change;
  const words = kind === 'affected' || kind === 'added' ? [] : changesOf(change, today).map(visible);
  const said = [firstOf(words, MOST_FIELDS), wasText(change, today), kind === 'removed' ? 'removed' : ''];
  return `Since ${name}: ${said.filter((text) => text !== '').join(', ')}`;
}
