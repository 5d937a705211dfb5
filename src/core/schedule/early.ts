import type { Day } from '../model/values/day.ts';

/** What the forward pass notes of a node. */
export const EXPECTED = 1;
export const EXPECTED_IMPOSSIBLE = 2;
export const WINDOW = 4;
export const NO_WINDOW = 8;

/** What the forward pass finds, by node: boundaries on the node's own calendar. */
export interface Early {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The largest bound of the links that hold back its start, and of those that hold back its finish; else -Infinity. */
  readonly startBound: Float64Array;
  readonly finishBound: Float64Array;
  /** Its finish before the owner's own forecast and windows were looked at. */
  readonly natural: Float64Array;
  readonly notes: Uint8Array;
  /** The days in windows to which nodes were moved. */
  readonly windows: Map<number, Day>;
}
