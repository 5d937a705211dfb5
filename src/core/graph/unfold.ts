import type { Item } from '../plan/item.ts';
import { type Branch, type Branches, isLeaf, leavesOf } from './branches.ts';
import type { Budget } from './budget.ts';
import type { Canvas } from './canvas.ts';
import type { Pins } from './pins.ts';

/** What a person has opened and folded. */
export interface Wishes {
  /** Keys, the last opened last. */
  readonly open: readonly string[];
  readonly folded: readonly string[];
}

/** What became of the wishes. */
export interface Unfolded {
  /** The groups for which there was no room, though somebody wanted them open. */
  readonly refused: ReadonlySet<Branch>;
  /** How many items of critical paths are folded. */
  readonly critical: number;
  /** How many nodes there was still room for before anything was opened. */
  readonly room: number;
}

/** Of a picture that does not hold everything, this part is kept for what a person opens: critical paths come later. */
const PINNED = 1 / 2;

/**
 * Decides what is drawn as itself, and what folded. Where all of it fits, only what a person has folded is. Else every
 * program is one node; out of these come what is looked at and the critical paths, up to half of the picture; then opens
 * what a person has opened, the last first; then, as far as there is room, the rest of the critical paths, where all of it
 * fits, and all programs, and their workstreams, the smallest first. Whatever room is still left the critical paths have.
 */
export class Unfolding {
  readonly #branches: Branches;
  readonly #canvas: Canvas;
  readonly #budget: Budget;
  readonly #wishes: Wishes;
  readonly #folded: ReadonlySet<string>;
  readonly #refused = new Set<Branch>();

  constructor(branches: Branches, canvas: Canvas, budget: Budget, wishes: Wishes) {
    this.#branches = branches;
    this.#canvas = canvas;
    this.#budget = budget;
    this.#wishes = wishes;
    this.#folded = new Set(wishes.folded);
  }

  /** Draws everything that a person has not folded, whatever room it takes. In steps. */
  *drawAll(pins: Pins): Generator<void, Unfolded> {
    for (const program of this.#branches.programs) {
      if (this.#folded.has(program.key)) this.#canvas.drawFolded(program.items, program);
      else this.#drawLeaves(program);
      yield;
    }
    this.#canvas.drawAlone(pins.lookedAt);
    return { refused: this.#refused, critical: this.#foldedOf(pins.paths.flat()).length, room: Infinity };
  }

  /** Draws what fits. In steps. */
  *drawWithin({ lookedAt, paths }: Pins): Generator<void, Unfolded> {
    const wished = this.#wishes.open.toReversed().flatMap((key) => this.#branches.keyed(key) ?? []);
    // Else the end of the latest program is what is looked at.
    const end = lookedAt.length > 0 ? lookedAt : (paths[0]?.slice(-1) ?? []);
    yield* this.#foldPrograms(new Set([...wished, ...end].map(({ program }) => program)));
    const pins = [lookedAt, ...paths.map((path) => path.filter((item) => !this.#isFoldedAway(item)))];
    const half = Math.floor(this.#budget.nodes * PINNED);
    for (const pinned of pins) this.#pin(pinned, half);
    yield;
    const room = this.#budget.nodes - this.#canvas.nodes;
    for (const branch of wished) {
      if (!this.#reach(branch)) this.#refused.add(branch);
      yield;
    }
    // A critical path that is seen whole comes before groups that nobody asked for.
    const rest = this.#foldedOf(pins.flat());
    if (rest.length <= this.#budget.nodes - this.#canvas.nodes) this.#canvas.drawAlone(rest);
    yield* this.#openPrograms();
    yield* this.#openLeaves();
    for (const pinned of pins) this.#pin(pinned, this.#budget.nodes);
    return { refused: this.#refused, critical: this.#foldedOf(paths.flat()).length, room };
  }

  /** Those of some items that are not nodes of their own. Critical paths of several programs may have some in common. */
  #foldedOf(items: readonly Item[]): readonly Item[] {
    return [...new Set(items)].filter((item) => !this.#canvas.isAlone(item));
  }

  /** Whether a person has folded a group that an item is in: critical or not, there it is. */
  #isFoldedAway(item: Item): boolean {
    const { key, parent } = this.#branches.leafOf(item);
    return this.#folded.has(key) || (parent !== undefined && this.#folded.has(parent.key));
  }

  #drawLeaves(program: Branch): void {
    for (const leaf of leavesOf(program)) {
      if (this.#folded.has(leaf.key)) this.#canvas.drawFolded(leaf.items, leaf);
      else this.#canvas.drawAlone(leaf.items);
    }
  }

  /** Every program in one node; where these alone are too many, most of them in one. */
  *#foldPrograms(first: ReadonlySet<string | undefined>): Generator<void, void> {
    const { programs } = this.#branches;
    const most = Math.max(1, Math.floor(this.#budget.nodes / 2));
    const chosen = new Set(programs);
    if (programs.length > most) {
      const byRank = programs.toSorted((a, b) => Number(first.has(b.program)) - Number(first.has(a.program)));
      const others = byRank.slice(most - 1);
      for (const program of others) chosen.delete(program);
      const together = this.#branches.together(others);
      this.#canvas.drawFolded(together.items, together);
    }
    for (const program of chosen) {
      this.#canvas.drawFolded(program.items, program);
      yield;
    }
  }

  /** Draws items as themselves, up to so many nodes. Of a chain for which there is no room the beginning and the end. */
  #pin(pinned: readonly Item[], most: number): void {
    const folded = this.#foldedOf(pinned);
    const fits = Math.min(folded.length, Math.max(0, most - this.#canvas.nodes));
    const head = Math.ceil(fits / 2);
    this.#canvas.drawAlone(folded.slice(0, head));
    this.#canvas.drawAlone(folded.slice(folded.length - (fits - head)));
  }

  /** Opens a group, and whatever it is in. */
  #reach(branch: Branch): boolean {
    if (branch.parent && !this.#reach(branch.parent)) return false;
    return this.#open(branch) || this.#split(branch);
  }

  /** Opens a group as far as it goes: a program into its workstreams, a leaf into its items. */
  #open(branch: Branch): boolean {
    const members = this.#membersOf(branch);
    if (members.length === 0) return true;
    if (isLeaf(branch)) return this.#try(branch, members, members.length, () => this.#canvas.drawAlone(members));
    return this.#try(branch, members, branch.children.length, () => this.#drawChildren(branch));
  }

  /** Opens a leaf into its months, where it is too large to open into its items. */
  #split(branch: Branch): boolean {
    if (branch.kind === 'month' || branch.kind === 'programs' || !isLeaf(branch)) return false;
    const members = this.#membersOf(branch);
    if (this.#branches.months(branch).length < 2) return false;
    return this.#try(branch, members, branch.children.length, () => this.#drawChildren(branch));
  }

  #drawChildren(branch: Branch): void {
    for (const child of branch.children) {
      this.#canvas.drawFolded(
        child.items.filter((item) => this.#canvas.isFolded(item, branch)),
        child,
      );
    }
  }

  /** Does something where the picture stays within its budget. More edges than that there may have been before. */
  #try(branch: Branch, members: readonly Item[], nodes: number, draw: () => void): boolean {
    const { nodes: most, edges } = this.#budget;
    if (this.#canvas.nodes - 1 + nodes > most) return false;
    const before = this.#canvas.edges;
    draw();
    if (this.#canvas.isWithin({ nodes: most, edges: Math.max(edges, before) })) return true;
    this.#canvas.drawFolded(members, branch);
    return false;
  }

  #membersOf = (branch: Branch): readonly Item[] => branch.items.filter((item) => this.#canvas.isFolded(item, branch));

  /** All programs or none: a picture in which one of two equal things is open asks why. */
  *#openPrograms(): Generator<void, void> {
    const programs = this.#branches.programs
      .filter((program) => !this.#folded.has(program.key) && !isLeaf(program))
      .map((program) => ({ program, members: this.#membersOf(program) }))
      .filter(({ members }) => members.length > 0);
    const most = { ...this.#budget, edges: Math.max(this.#budget.edges, this.#canvas.edges) };
    for (const { program } of programs) {
      this.#drawChildren(program);
      yield;
    }
    if (this.#canvas.isWithin(most)) return;
    for (const { program, members } of programs) {
      this.#canvas.drawFolded(members, program);
      yield;
    }
  }

  *#openLeaves(): Generator<void, void> {
    const leaves = this.#branches.leaves.filter((leaf) => !this.#folded.has(leaf.key));
    const sized = leaves.map((leaf) => ({ leaf, size: this.#membersOf(leaf).length })).filter(({ size }) => size > 0);
    yield;
    for (const { leaf } of sized.sort((a, b) => a.size - b.size || a.leaf.number - b.leaf.number)) {
      this.#open(leaf);
      yield;
    }
    // Where there is one group only, it says nothing to be told that it is there.
    const [only, other] = leaves;
    if (only && !other && this.#membersOf(only).length > 0) this.#split(only);
  }
}
