import { mayMove } from '../diff/may-move.ts';
import type { FieldChange, ItemChange, PlanDiff } from '../diff/plan-diff.ts';
import type { Item } from '../plan/item.ts';
import { hasUnreadDate } from '../plan/unread-dates.ts';
import type { PlanState } from '../state/state.ts';
import { isProse } from '../views/diff/words.ts';

/** A change of the forecast at its origin, and all that it moved. */
export interface Move {
  /** Where it began; undefined where a calendar, a program's start or the configuration moved it. */
  readonly origin: Item | undefined;
  /** What became of that itself; undefined where its own forecast did not move, as of a decision that was not made. */
  readonly own: ItemChange | undefined;
  /** What of its own was changed, as far as it can have moved anything. */
  readonly fields: readonly FieldChange[];
  /** What else moved, the furthest first. */
  readonly others: readonly ItemChange[];
}

const known = new WeakMap<PlanDiff, readonly Move[]>();

/** What moved between two states of a plan, by where it began: what moved the most first. Looked for once. */
export function movesOf(diff: PlanDiff, state: PlanState): readonly Move[] {
  const moves = known.get(diff) ?? findMoves(diff, state);
  known.set(diff, moves);
  return moves;
}

function findMoves(diff: PlanDiff, state: PlanState): readonly Move[] {
  const changes = new Map<Item, ItemChange>();
  for (const change of diff.items) if (change.item.head) changes.set(change.item.head, change);
  // What only waits for somebody to close it moves with every day that passes.
  const moved = diff.items.filter((change) => hasMoved(change) && !onlyWaits(change.item.head as Item, state));
  const origins = new Map<Item | undefined, ItemChange[]>();
  const known = new Map<Item, Item | undefined>();
  for (const change of moved) {
    const origin = originOf(change, changes, state, known);
    const group = origins.get(origin);
    if (group) group.push(change);
    else origins.set(origin, [change]);
  }
  const found = [...origins].map(([origin, all]): Move => {
    const own = all.find(({ item }) => item.head === origin);
    const others = all.filter((change) => change !== own).sort((a, b) => far(b) - far(a));
    const fields = (origin && changes.get(origin)?.fields) ?? [];
    return { origin, own, fields: fields.filter((field) => mayMove([field])), others };
  });
  return found.sort((a, b) => b.others.length - a.others.length || furthest(b) - furthest(a));
}

/** Whether an item is forecast for today only because nobody has closed it. */
export const onlyWaits = (item: Item, { schedule }: PlanState): boolean =>
  schedule.start(item) === undefined &&
  schedule.drivers(item).every((driver) => driver.kind === 'limit' && driver.limit === 'today');

/** Whether an open item stands on another day than it did. A day that is nobody's date, then or now, tells of no move. */
const hasMoved = ({ item: { base, head }, workingDaysMoved }: ItemChange): boolean =>
  base !== undefined &&
  head?.open === true &&
  workingDaysMoved !== undefined &&
  workingDaysMoved !== 0 &&
  !hasUnreadDate(base) &&
  !hasUnreadDate(head);

/** Whether anything of a move is forecast later than it was: what moved the most stands first, and may come earlier. */
export const isLater = ({ own, others }: Move): boolean =>
  [...(own ? [own] : []), ...others].some(({ workingDaysMoved = 0 }) => workingDaysMoved > 0);

const far = ({ workingDaysMoved }: ItemChange): number => Math.abs(workingDaysMoved ?? 0);

const furthest = ({ own, others }: Move): number => Math.max(0, ...(own ? [own, ...others] : others).map(far));

/**
 * Where a move began: the change that caused it; where nothing was changed, and only time has passed, back along what
 * drives it, as long as that moved as well.
 */
function originOf(
  change: ItemChange,
  changes: ReadonlyMap<Item, ItemChange>,
  state: PlanState,
  known: Map<Item, Item | undefined>,
): Item | undefined {
  const path: Item[] = [];
  let at = change.item.head as Item;
  for (;;) {
    if (known.has(at)) break;
    const here = changes.get(at);
    const cause = here?.causes.find(({ kind }) => kind === 'item');
    path.push(at);
    if (cause?.kind === 'item' && cause.item !== at) {
      // What is gone can be named no more: then it is its own.
      const isHere = changes.get(cause.item)?.item.head === cause.item;
      known.set(at, isHere ? cause.item : at);
      break;
    }
    if (here && here.causes.length > 0 && !cause) {
      known.set(at, undefined);
      break;
    }
    const before = here && !mayMove(here.fields) ? moverOf(at, changes, state) : undefined;
    if (!before || path.includes(before)) {
      known.set(at, at);
      break;
    }
    at = before;
  }
  const origin = known.get(at);
  for (const item of path) known.set(item, origin);
  return origin;
}

/** What drives an item and has moved itself. */
function moverOf(item: Item, changes: ReadonlyMap<Item, ItemChange>, { schedule }: PlanState): Item | undefined {
  for (const driver of schedule.drivers(item)) {
    if (driver.kind !== 'link') continue;
    const change = changes.get(driver.link.from);
    if (change && hasMoved(change)) return driver.link.from;
  }
  return undefined;
}

/** Of what moved, that which counts most: what leaders watch comes first, then what misses a promise. */
export function weightiest(
  changes: readonly ItemChange[],
  isKey: (item: Item) => boolean,
  { schedule, late }: PlanState,
): ItemChange | undefined {
  const weightOf = ({ item: { head } }: ItemChange): number => {
    const item = head as Item;
    const goal = schedule.goalOf(item.program) === item ? 0 : 1;
    return goal * 4 + (isKey(item) ? 0 : 2) + (late.missed(item) ? 0 : 1);
  };
  return [...changes].sort((a, b) => weightOf(a) - weightOf(b))[0];
}

/** What of an item was changed that can be told in a few words as the reason of a move: values, and no prose. */
export function reasonFields(fields: readonly FieldChange[]): readonly FieldChange[] {
  const values = fields.filter((change) => !isProse(change));
  // A date says more than the status that comes with it.
  const dated = values.filter(({ field }) => field !== 'status');
  return dated.length > 0 ? dated : values;
}
