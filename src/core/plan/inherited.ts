import type { FieldValues } from '../model/registry.ts';
import type { Item } from './item.ts';
import type { Lookup } from './lookup.ts';

/** The fields of a program or workstream that count for its items as well, as far as these do not say otherwise. */
export const INHERITED = ['owner', 'calendar', 'reviewed'] as const;

/** What items see of the program and workstream that they belong to. */
export type Inherited = Pick<Item, 'type' | 'id' | 'open' | 'owner'> & {
  readonly values: Pick<FieldValues, (typeof INHERITED)[number]>;
};

/** The workstream that an item belongs to, where a document describes it. */
export function workstreamOf(item: Item, lookup: Lookup): Item | undefined {
  const named = item.workstream === undefined ? undefined : lookup.member(item.program, item.workstream);
  return named?.type.name === 'workstream' ? named : undefined;
}

/** Gives an item the owner of its workstream, where it has none of its own. */
export function inheritOwner(item: Item, lookup: Lookup): void {
  item.owner ??= workstreamOf(item, lookup)?.values.owner;
}
