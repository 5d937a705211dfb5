/** How the items of a group stand, in numbers. An item may count in several. */
export interface Counts {
  readonly items: number;
  /** Closed, in whatever way. */
  readonly done: number;
  readonly late: number;
  readonly overdue: number;
  readonly blocked: number;
  readonly heldUp: number;
  readonly critical: number;
}
