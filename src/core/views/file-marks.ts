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
  const found = new Map<string, { readonly blocked: Item[]; readonly stale: Item[] }>();
  for (const item of plan.items) {
    const kind = state.blocked.isBlocked(item) ? 'blocked' : state.staleness(item) ? 'stale' : undefined;
    if (!kind) continue;
    const { path } = item.document;
    const known = found.get(path) ?? { blocked: [], stale: [] };
    known[kind].push(item);
    found.set(path, known);
  }
  const marks = new Map<string, FileMark>();
  for (const [path, { blocked, stale }] of found) {
    const kind = blocked.length > 0 ? 'blocked' : 'stale';
    marks.set(path, { kind, text: textOf(blocked.length > 0 ? blocked : stale, kind) });
  }
  return marks;
}

function textOf(items: readonly Item[], word: string): string {
  const ids = items.slice(0, 3).map((item) => visible(item.id));
  if (items.length > 3) ids.push(`${items.length - 3} more`);
  const last = ids.pop() as string;
  return ids.length === 0 ? `${last} is ${word}` : `${ids.join(', ')} and ${last} are ${word}`;
}
