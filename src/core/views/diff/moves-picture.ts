import type { ItemChange, PlanDiff } from '../../diff/plan-diff.ts';
import type { PlanSide } from '../../diff/plan-side.ts';
import type { Item } from '../../plan/item.ts';

/** What a change moves, and what moves it: few enough to be read at a glance. */
export interface MovesPicture {
  /** In document order, what is gone last. */
  readonly nodes: readonly MovesNode[];
  readonly edges: readonly MovesEdge[];
  /** How many items move that there was no room for. */
  readonly more: number;
}

/** An item that moves, that moves others, or that lies between. */
export interface MovesNode {
  /** As it is now, or as it was where it is gone. */
  readonly item: Item;
  /** Undefined of what lies between, and has neither moved nor changed. */
  readonly change: ItemChange | undefined;
  readonly isGone: boolean;
  /** Whether it is what its program leads to. */
  readonly isGoal: boolean;
}

/** A link that drives, or that drove before: by the places of its ends among the nodes. */
export interface MovesEdge {
  readonly from: number;
  readonly to: number;
  readonly isCritical: boolean;
}

/** More than this nobody reads in a comment. */
const MOST_NODES = 12;

/** The picture of what a change moves; undefined where there is nothing to draw a line between. */
export function movesPicture(diff: PlanDiff, head: PlanSide): MovesPicture | undefined {
  const moving = diff.items.filter(({ workingDaysMoved }) => Boolean(workingDaysMoved));
  const chosen = choose(moving, diff);
  if (chosen.size < 2) return undefined;
  const changes = new Map(diff.items.map((change) => [(change.item.head ?? change.item.base) as Item, change]));
  const isGone = (item: Item): boolean => head.plan.items[item.index] !== item;
  const items = [...chosen].sort((a, b) => Number(isGone(a)) - Number(isGone(b)) || a.index - b.index);
  const places = new Map(items.map((item, at) => [item, at]));
  const { schedule } = head.state;
  const edges = new Map<string, MovesEdge>();
  const draw = (from: Item, to: Item): void => {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) return;
    const isCritical = [from, to].every((item) => !isGone(item) && schedule.isShownCritical(item));
    edges.set(`${start} ${end}`, { from: start, to: end, isCritical });
  };
  for (const item of items) {
    if (isGone(item)) continue;
    for (const driver of schedule.drivers(item)) if (driver.kind === 'link') draw(driver.link.from, item);
  }
  // What drove before may do so no longer.
  for (const path of moving.flatMap(pathsTo))
    for (const [at, to] of path.entries()) if (at > 0) draw(path[at - 1] as Item, to);
  return {
    nodes: items.map((item) => ({
      item,
      change: changes.get(item),
      isGone: isGone(item),
      isGoal: !isGone(item) && schedule.goalOf(item.program) === item,
    })),
    edges: [...edges.values()],
    more: moving.filter(({ item }) => !chosen.has(item.head as Item)).length,
  };
}

/** What there is room for: what the programs finish with first, with all that leads there; then what moves furthest. */
function choose(moving: readonly ItemChange[], { programs }: PlanDiff): ReadonlySet<Item> {
  const finishing = new Set(programs.map((program) => program.finishing.head));
  const weight = ({ item, workingDaysMoved }: ItemChange): number =>
    finishing.has(item.head) ? Infinity : Math.abs(workingDaysMoved ?? 0);
  const chosen = new Set<Item>();
  // The same difference between infinities is none.
  for (const change of [...moving].sort((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)))) {
    for (const item of [change.item.head as Item, ...pathsTo(change).flatMap((path) => path.toReversed())]) {
      if (chosen.size < MOST_NODES) chosen.add(item);
    }
  }
  return chosen;
}

/** The ways from what moved an item, to it. */
const pathsTo = ({ causes }: ItemChange): readonly (readonly Item[])[] =>
  causes.flatMap((cause) => (cause.kind === 'item' ? [cause.path] : []));
