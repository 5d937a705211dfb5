import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';

/** What a list of files shows of a file: that something in it is blocked, or stale. */
export interface FileMark {
  readonly kind: 'blocked' | 'stale';
  /** Which items: `api-freeze is blocked`. */
  readonly text: string;
}

/** The files with blocked or stale items, by path. Blocked is what counts where both are true. */
export function fileMarks(plan: Plan, state: PlanState): ReadonlyMap<string, FileMark> {
  const marks = new Map<string, FileMark>();
  for (const document of plan.documents) {
    const items = plan.itemsOf(document);
    const blocked = items.filter((item) => state.blocked.isBlocked(item));
    const stale = items.filter((item) => state.staleness(item));
    if (blocked.length > 0) marks.set(document.path, { kind: 'blocked', text: textOf(blocked, 'blocked') });
    else if (stale.length > 0) marks.set(document.path, { kind: 'stale', text: textOf(stale, 'stale') });
  }
  return marks;
}

function textOf(items: readonly Item[], word: string): string {
  const ids = items.slice(0, 3).map((item) => visible(item.id));
  if (items.length > 3) ids.push(`${items.length - 3} more`);
  const last = ids.pop() as string;
  return ids.length === 0 ? `${last} is ${word}` : `${ids.join(', ')} and ${last} are ${word}`;
}
