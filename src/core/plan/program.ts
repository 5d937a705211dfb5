import type { Item } from './item.ts';

/** A program of a plan; one that no document describes has no item. */
export interface Program {
  readonly id: string;
  readonly item: Item | undefined;
  /** Its items in document order, the program's own not among them. */
  readonly items: readonly Item[];
}
