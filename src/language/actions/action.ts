import type { DocumentEdit } from '../../core/fixes/fix.ts';
import type { Item } from '../../core/plan/item.ts';
import type { NewFile } from '../../core/scaffold/first-plan.ts';
import type { PlaceNow } from '../request.ts';

/** Something that somebody may want to do with an item, beside putting right what is wrong. */
export interface ContextAction {
  /** What it does, as an order: `Replace D-1 by a new decision, D-4`. */
  readonly title: string;
  /** What kind of change it is, as editors sort them. */
  readonly kind: 'rewrite' | 'extract';
  /** In no order; no two of one document overlap. */
  readonly edits: readonly DocumentEdit[];
  /** A file that is to be written. Nothing stands at its path. */
  readonly creates?: NewFile | undefined;
}

/** Where somebody is, and the item there, which can be written. */
export interface AtItem extends PlaceNow {
  readonly item: Item;
}

/** Makes the actions of one kind; none where it has nothing to offer. */
export type ActionMaker = (at: AtItem) => readonly ContextAction[];
