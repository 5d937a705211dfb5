import type { Early } from './early.ts';
import type { Floats } from './float.ts';
import type { Network } from './network.ts';

/** Everything that a schedule says of its nodes, but what they say themselves. */
export interface Figures {
  readonly network: Network;
  readonly early: Early;
  readonly floats: Floats;
  /** The latest finish of each that keeps every firm date downstream. */
  readonly firm: Float64Array;
}

type Values = Float64Array | Uint8Array;

/**
 * The items, by index, of which one schedule says something else than another one of the same items. Compares array by
 * array: most of it is the same after most changes.
 */
export function changedItems(now: Figures, then: Figures): readonly number[] {
  const { items, nodeOf } = now.network;
  const before = then.network.nodeOf;
  const changed = new Set<number>();
  for (let index = 0; index < nodeOf.length; index++) {
    if ((nodeOf[index] as number) < 0 !== (before[index] as number) < 0) changed.add(index);
  }
  const isSameOrder = nodeOf === before;
  const moved = new Uint8Array(items.length);
  const places = isSameOrder ? undefined : Int32Array.from(items, ({ index }) => before[index] as number);
  const thenValues = valuesOf(then);
  for (const [i, values] of valuesOf(now).entries()) {
    const other = thenValues[i] as Values;
    noteDifferences(values, places ? inOrder(other, places) : other, moved);
  }
  if (now.early.windows.size + then.early.windows.size > 0) {
    for (const [node, { index }] of items.entries()) {
      if (now.early.windows.get(node) !== then.early.windows.get(before[index] as number)) moved[node] = 1;
    }
  }
  for (let node = 0; node < moved.length; node++) if (moved[node] === 1) changed.add(items[node]?.index as number);
  return [...changed];
}

function valuesOf({ early, floats, firm }: Figures): readonly Values[] {
  const { start, finish, startBound, finishBound, natural, notes } = early;
  return [start, finish, startBound, finishBound, natural, notes, floats.total, floats.leads, firm];
}

/** Values of other nodes, put in the order of these. */
const inOrder = (values: Values, places: Int32Array): Values =>
  Float64Array.from(places, (place) => values[place] ?? Number.NaN);

function noteDifferences(values: Values, others: Values, moved: Uint8Array): void {
  for (let node = 0; node < values.length; node++) {
    const a = values[node] as number;
    const b = others[node] as number;
    if (a !== b && !(Number.isNaN(a) && Number.isNaN(b))) moved[node] = 1;
  }
}
