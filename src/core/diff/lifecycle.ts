import type { Item } from '../plan/item.ts';
import type { ItemChange, LifecycleChange, LifecycleEvent } from './plan-diff.ts';

/** What was opened, decided or closed by a change, of items that begin and end. In the order of the changes. */
export function lifecycleChanges(items: readonly ItemChange[]): readonly LifecycleChange[] {
  return items.flatMap(({ item }) => {
    const event = eventOf(item.base, item.head);
    return event ? [{ event, item }] : [];
  });
}

/** A program and a workstream are there or not: nothing of them is opened, decided or closed. */
const LASTING = new Set(['program', 'workstream']);

function eventOf(base: Item | undefined, head: Item | undefined): LifecycleEvent | undefined {
  const type = (head ?? base)?.type.name ?? '';
  if (LASTING.has(type)) return undefined;
  // That the record of what was closed is gone ends nothing.
  if (!head) return base?.open ? 'removed' : undefined;
  if (head.open) return base === undefined ? 'opened' : base.open ? undefined : 'reopened';
  if (base && base.status === head.status) return undefined;
  // A decision against something is one, too; that it no longer holds is not.
  if (type === 'decision' && (head.status === 'accepted' || head.status === 'rejected')) return 'decided';
  return head.dropped && type !== 'decision' ? 'cancelled' : 'closed';
}
