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

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 1000;

/**
 * The files with blocked or stale items, by path. Blocked is what counts where both are true. Pauses, as a generator, so
 * that a host can do something else.
 */
export function* fileMarks(plan: Plan, state: PlanState): Generator<void, ReadonlyMap<string, FileMark>> {
  const found = new Map<string, { readonly blocked: Item[]; readonly stale: Item[] }>();
  for (const item of plan.items) {
    if (item.index % ITEMS_AT_ONCE === 0) yield;
    const kind = state.blocked.isBlocked(item) ? 'blocked' : state.staleness(item) ? 'stale' : undefined;
    if (!kind) continue;
    const { path } = item.document;
    const known = found.get(path) ?? { blocked: [], stale: [] };
    known[kind].push(item);
    found.set(path, known);
  }
  yield;
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
