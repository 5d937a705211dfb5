import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Budget } from './budget.ts';

/** What a picture is made of: a plan on a day. Every snapshot is one. */
export interface Planned {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
}

/** What a person wants to see of it. */
export interface PictureOptions {
  /** The ids of programs; all where there is none. */
  readonly programs?: readonly string[];
  /** Only items that pass, such as what `readFilters` makes of words. */
  readonly filter?: ((item: Item) => boolean) | undefined;
  /** Only an item, what it waits for, and what waits for it. */
  readonly focus?: Focus | undefined;
  /** Only the critical paths, or only what is blocked, what blocks it, and what is held up behind it. */
  readonly only?: 'critical' | 'blocked' | undefined;
  /** Whether closed items are left out. */
  readonly hideDone?: boolean;
  /** The keys of groups that a person has opened: where there is room for some only, for the last of them. */
  readonly open?: readonly string[];
  /** The keys of groups that a person has folded. */
  readonly folded?: readonly string[];
  readonly budget?: Budget;
}

/** An item and what is around it, of whatever program. */
export interface Focus {
  /** Of a program or workstream, its items count. */
  readonly item: Item;
  /** How many links up, to what it waits for. */
  readonly upstream: number;
  /** How many links down, to what waits for it. */
  readonly downstream: number;
}
