import type { Since } from '../../core/history/due-moves.ts';
import type { ItemHistory } from '../../core/history/item-history.ts';
import { Reasons } from '../../core/history/reasons.ts';
import type { Item } from '../../core/plan/item.ts';
import type { PlanHistory } from '../../git/item-history.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A plan with its history, ready to be told. */
export interface ToldHistory {
  readonly snapshot: Snapshot;
  readonly history: PlanHistory;
  /** From when on changes count; undefined: from the beginning. */
  readonly since: Since | undefined;
  readonly reasons: Reasons;
  /** The item as it is now; undefined of what is gone. */
  readonly itemOf: (history: ItemHistory) => Item | undefined;
  readonly historyOf: (item: Item) => ItemHistory | undefined;
}

/** Brings a plan and its history together. */
export function toldHistory(snapshot: Snapshot, history: PlanHistory, since: Since | undefined): ToldHistory {
  const placed = new Map<string, Item[]>();
  for (const item of snapshot.plan.items) {
    const name = nameOf(item.type.name, item.key, item.document.path);
    placed.set(name, [...(placed.get(name) ?? []), item]);
  }
  const items = new Map<ItemHistory, Item>();
  for (const each of history.items) {
    const item = each.isGone ? undefined : placed.get(nameOf(each.facts.type, each.key, each.path))?.shift();
    if (item) items.set(each, item);
  }
  const histories = new Map([...items].map(([each, item]) => [item, each]));
  return {
    snapshot,
    history,
    since,
    reasons: new Reasons(snapshot.plan),
    itemOf: (each) => items.get(each),
    historyOf: (item) => histories.get(item),
  };
}

const nameOf = (type: string, key: string, path: string): string => `${type}\n${key}\n${path}`;
