import type { Severity } from '../../config/severity.ts';
import type { ChangeKind, Sides } from '../../diff/plan-diff.ts';
import type { Item } from '../../plan/item.ts';
import type { HealthValue } from '../../state/health.ts';
import type { Place } from '../why/limit-words.ts';

/** What a node shows by its icon. */
export type ChangeSign =
  | ChangeKind
  | 'later'
  | 'earlier'
  | 'cause'
  | 'field'
  | 'path'
  | { readonly health: HealthValue }
  | { readonly severity: Severity; readonly isResolved: boolean };

/** A node of the tree of a change to the plan. Plain text: nothing in it is ever markup. */
export interface ChangeNode {
  readonly kind: 'group' | 'program' | 'item' | 'field' | 'cause' | 'finding' | 'note';
  /** Unique among the children of a node. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Everything in words, line by line. */
  readonly details: readonly string[];
  /** Of a group none. */
  readonly sign: ChangeSign | undefined;
  /** Where it is written, before and now. */
  readonly place: Sides<Place> | undefined;
  /** The item as the plan is now. */
  readonly item: Item | undefined;
  /** Whether what is below is seen at first. */
  readonly isOpen: boolean;
  readonly hasChildren: boolean;
  /** Made when it is asked for. */
  readonly children: () => readonly ChangeNode[];
}
