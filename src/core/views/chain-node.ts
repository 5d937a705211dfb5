import type { Item } from '../plan/item.ts';
import type { Place } from './why/limit-words.ts';

/** A node of a tree that answers a question about an item: why this date, what waits for it. Plain text: nothing in it is ever markup. */
export interface ChainNode {
  /**
   * An item: the one that was asked about, or one that hangs on it; a limit of an item's own; a sentence; what an item
   * waits for without being moved by it; or several of one sort.
   */
  readonly kind: 'item' | 'limit' | 'note' | 'idle' | 'group';
  /** Unique among the children of a node. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Everything in words, line by line. */
  readonly details: readonly string[];
  /** Where it is written: the item, the reference that makes the link, or the field of a limit. */
  readonly place: Place | undefined;
  readonly item: Item | undefined;
  /** Whether the link to what stands above it sets a date. */
  readonly drives: boolean;
  readonly hasChildren: boolean;
  /** Made when it is asked for: a chain may be as long as the plan. */
  readonly children: () => readonly ChainNode[];
}
