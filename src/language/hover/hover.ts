import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';
import type { Neighbours } from './neighbours.ts';

/** What is said of a place when the mouse rests on it. Every text is plain: nothing in it is ever markup. */
export interface Hover {
  /** What it speaks of. */
  readonly range: Range;
  /** Shown one below the other, with a line between them. */
  readonly sections: readonly HoverSection[];
}

/** One thing that is said. */
export interface HoverSection {
  /** A VS Code product icon. */
  readonly icon?: string;
  readonly title: string;
  readonly lines: readonly HoverLine[];
  /** What stands around an item, drawn. */
  readonly neighbours?: Neighbours;
  readonly below?: readonly HoverLine[];
}

/** A line of text; items in it lead to where they are written. */
export type HoverLine = string | readonly (string | HoverLink)[];

export interface HoverLink {
  readonly text: string;
  readonly to: Item;
}
