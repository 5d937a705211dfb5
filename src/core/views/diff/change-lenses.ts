import type { ItemChange, PlanDiff } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Range } from '../../text/range.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';
import { changesOf } from './words.ts';

/** A line over an item that was changed. Plain text: nothing in it is ever markup. */
export interface ChangeLens {
  readonly item: Item;
  readonly range: Range;
  readonly text: string;
}

const MOST_FIELDS = 2;

/** How many items each change moves, by what was changed: as it is now, or as it was where it is gone. */
export function movedBy({ items }: PlanDiff): ReadonlyMap<Item, number> {
  const counts = new Map<Item, number>();
  for (const { causes } of items) {
    for (const cause of causes) {
      if (cause.kind === 'item') counts.set(cause.item, (counts.get(cause.item) ?? 0) + 1);
    }
  }
  return counts;
}

/** What stands over the items of a document that were changed: in what, and how many others that moves. */
export function changeLenses(
  changes: readonly ItemChange[],
  moved: ReadonlyMap<Item, number>,
  today: Day,
): readonly ChangeLens[] {
  return changes.flatMap((change): readonly ChangeLens[] => {
    const { kind, item } = change;
    if (kind === 'affected' || !item.head) return [];
    const others = moved.get(item.head) ?? 0;
    const fields = kind === 'added' ? '' : firstOf(changesOf(change, today).map(visible), MOST_FIELDS);
    const text = [
      `${kind}${fields === '' ? '' : `: ${fields}`}`,
      others > 0 ? `moves ${counted(others, 'other item')}` : '',
    ];
    const words = text.filter((part) => part !== '').join(' · ');
    return [{ item: item.head, range: item.head.parsed.range, text: words }];
  });
}
