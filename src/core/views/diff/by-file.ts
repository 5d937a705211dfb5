import type { ItemChange, PlanDiff } from '../../diff/plan-diff.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';

const MOST_NAMES = 4;

/** What has changed, and what moved because of it, by the file in which it is now; what is gone, by the one that it was in. */
export function changesByFile({ items }: PlanDiff): ReadonlyMap<string, readonly ItemChange[]> {
  const files = new Map<string, ItemChange[]>();
  for (const change of items) {
    const path = (change.item.head ?? change.item.base)?.document.path;
    if (path === undefined) continue;
    const known = files.get(path);
    if (known) known.push(change);
    else files.set(path, [change]);
  }
  return files;
}

/** `2 items changed: schema-v2, R-9`; empty where nothing of a file was changed, but forecasts moved at most. */
export function fileText(changes: readonly ItemChange[]): string {
  const own = changes.filter(({ kind }) => kind !== 'affected');
  if (own.length === 0) return '';
  const names = own.map(({ item }) => visible((item.head ?? item.base)?.id ?? ''));
  return `${counted(own.length, 'item')} changed: ${firstOf(names, MOST_NAMES)}`;
}
