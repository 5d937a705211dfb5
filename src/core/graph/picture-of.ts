import type { Item } from '../plan/item.ts';
import { atOnce } from '../text/at-once.ts';
import { Branches } from './branches.ts';
import { USUAL_BUDGET } from './budget.ts';
import { Canvas } from './canvas.ts';
import { edgesOf } from './edges.ts';
import { foldNode } from './fold-node.ts';
import { Frames } from './frames.ts';
import { itemNode } from './item-node.ts';
import type { PictureOptions, Planned } from './options.ts';
import type { Drawn, PictureNode } from './picture.ts';
import { pinsOf } from './pins.ts';
import { isGroup, type Selection, select } from './select.ts';
import { summaryOf } from './summary.ts';
import { type Thinned, thinOut } from './thin-out.ts';
import { type Unfolded, Unfolding } from './unfold.ts';

/**
 * The picture of a plan's dependencies on a day, as somebody wants to see it. Its cost grows with the plan, that of
 * drawing it with the budget alone. The same plan gives the same picture.
 */
export const pictureOf = (planned: Planned, options: PictureOptions = {}): Drawn =>
  atOnce(pictureSteps(planned, options));

/** The same with pauses, as a generator, so that a host can do something else. */
export function* pictureSteps(planned: Planned, options: PictureOptions = {}): Generator<void, Drawn> {
  const { plan } = planned;
  const budget = options.budget ?? USUAL_BUDGET;
  const selection = select(planned, options);
  yield;
  const branches = yield* Branches.of(selection.items, planned);
  yield;
  const pins = yield* pinsOf(selection, planned);
  yield;
  const wishes = { open: options.open ?? [], folded: options.folded ?? [] };
  const drawn = function* (draw: (unfolding: Unfolding) => Generator<void, Unfolded>): Generator<void, Drawing> {
    const canvas = new Canvas(plan, selection.isIn);
    const unfolded = yield* draw(new Unfolding(branches, canvas, budget, wishes));
    yield;
    const edges = yield* edgesOf(selection, canvas, planned);
    yield;
    return { canvas, unfolded, ...thinOut(edges, budget.edges) };
  };
  const isSmall = selection.items.length <= budget.nodes;
  const whole = isSmall ? yield* drawn((unfolding) => unfolding.drawAll(pins)) : undefined;
  // Where only links are left out that follow from others, nothing is missing. Where more is, groups say more.
  const drawing = whole?.isWhole ? whole : yield* drawn((unfolding) => unfolding.drawWithin(pins));
  yield;
  return yield* compose(selection, branches, drawing, planned);
}

interface Drawing extends Thinned {
  readonly canvas: Canvas;
  readonly unfolded: Unfolded;
}

function* compose(
  selection: Selection,
  branches: Branches,
  drawing: Drawing,
  planned: Planned,
): Generator<void, Drawn> {
  const { canvas, unfolded, left } = drawing;
  const { state } = planned;
  const frames = new Frames(branches, canvas);
  const byPlace = new Map<number, Item[]>();
  for (const item of selection.items) {
    const same = byPlace.get(canvas.placeOf(item));
    if (same) same.push(item);
    else byPlace.set(canvas.placeOf(item), [item]);
  }
  yield;
  const items = new Map<string, Item>();
  const folds = new Map<Item, string>();
  const nodes = new Map<number, PictureNode>();
  for (const [place, members] of byPlace) {
    const [first] = members as [Item];
    const fold = canvas.foldOf(first);
    const branch = fold === undefined ? undefined : branches.numbered(fold);
    const node = branch
      ? foldNode({ branch, members, frames, branches, unfolded }, state)
      : itemNode(first, frames.ofItem(first)?.key, selection, planned);
    nodes.set(place, node);
    const stands = branch ? branch.item : first;
    if (stands) items.set(node.key, stands);
    if (branch?.item && branch.kind !== 'month') folds.set(branch.item, node.key);
    yield;
  }
  const groups = frames.groups(state);
  for (const { key } of groups) {
    const item = branches.keyed(key)?.item;
    if (item) items.set(key, item);
  }
  yield;
  const shown = selection.items.filter((item) => canvas.isAlone(item)).length;
  const summary = summaryOf({
    items: selection.items.length,
    shown,
    folded: selection.items.length - shown,
    folds: nodes.size - shown,
    filtered: selection.filtered,
    done: selection.done,
    unlinked: selection.unlinked,
    links: left,
    critical: unfolded.critical,
  });
  const keyAt = (place: number): string => (nodes.get(place) as PictureNode).key;
  const edges = drawing.edges.map((edge) => ({ ...edge, from: keyAt(edge.from), to: keyAt(edge.to) }));
  const nodeOf = (item: Item): string | undefined => {
    if (selection.isIn[item.index] === 1) return keyAt(canvas.placeOf(item));
    const program = planned.plan.lookup.program(item.program);
    return isGroup(item) ? (folds.get(item) ?? (program && folds.get(program))) : undefined;
  };
  return { picture: { groups, nodes: [...nodes.values()], edges, summary }, items, nodeOf };
}
