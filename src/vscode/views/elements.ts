import type { Item } from '../../core/plan/item.ts';
import type { ChainNode } from '../../core/views/chain-node.ts';
import type { ChangeNode } from '../../core/views/diff/change-node.ts';
import type { AttentionEntry, AttentionGroup } from '../../core/views/needs-attention.ts';
import type { TreeNode } from '../../core/views/program-tree.ts';
import type { Place } from '../../core/views/why/limit-words.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

/** An item of one of the plans. */
export interface PlanItem {
  readonly folder: PlanFolder;
  readonly item: Item;
}

/** An item that a line of the editor stands for, such as a code lens; commands of it are given one. */
export class PointedItem implements PlanItem {
  readonly folder: PlanFolder;
  readonly item: Item;

  constructor(folder: PlanFolder, item: Item) {
    this.folder = folder;
    this.item = item;
  }
}

/** What stands in the program tree; commands of its menus are given one. */
export class ProgramElement {
  readonly folder: PlanFolder;
  readonly node: TreeNode;
  readonly parent: ProgramElement | undefined;
  #children: readonly ProgramElement[] | undefined;

  constructor(folder: PlanFolder, node: TreeNode, parent?: ProgramElement) {
    this.folder = folder;
    this.node = node;
    this.parent = parent;
  }

  /** Made when somebody unfolds it. */
  get children(): readonly ProgramElement[] {
    this.#children ??= this.node.children().map((child) => new ProgramElement(this.folder, child, this));
    return this.#children;
  }
}

/** Something of one of the plans that a person has to act on. */
export interface PlanEntry extends AttentionEntry {
  readonly folder: PlanFolder;
}

/** A group of *Needs attention*; commands of its menus are given one. */
export class AttentionGroupElement {
  readonly group: AttentionGroup<PlanEntry>;
  #children: readonly AttentionEntryElement[] | undefined;

  constructor(group: AttentionGroup<PlanEntry>) {
    this.group = group;
  }

  /** Made when somebody unfolds it. */
  get children(): readonly AttentionEntryElement[] {
    this.#children ??= this.#makeChildren();
    return this.#children;
  }

  #makeChildren(): readonly AttentionEntryElement[] {
    const used = new Map<string, number>();
    return this.group.entries.map((entry) => {
      const { source, range } = placeOf(entry);
      const id = `${this.group.id} ${entry.key} ${entry.folder.uriOf(source.path)} ${range.start}`;
      // A rule may have two things to say of the same words.
      const count = (used.get(id) ?? 0) + 1;
      used.set(id, count);
      return new AttentionEntryElement(`${id} ${count}`, entry, this);
    });
  }
}

/** A finding, or a moment that comes near, in *Needs attention*; commands of its menus are given one. */
export class AttentionEntryElement {
  /** Unique in the tree, and the same from one snapshot to the next while what it stands for stays where it is. */
  readonly id: string;
  readonly entry: PlanEntry;
  readonly parent: AttentionGroupElement;

  constructor(id: string, entry: PlanEntry, parent: AttentionGroupElement) {
    this.id = id;
    this.entry = entry;
    this.parent = parent;
  }

  get folder(): PlanFolder {
    return this.entry.folder;
  }
  get place(): Place {
    return placeOf(this.entry);
  }
}

/** What stands in a tree of what hangs on an item, such as *Why*; commands of its menus are given one. */
export class ChainElement {
  readonly id: string;
  readonly folder: PlanFolder;
  readonly node: ChainNode;
  readonly parent: ChainElement | undefined;
  /** How far below the item that was asked about. */
  readonly depth: number;
  #children: readonly ChainElement[] | undefined;

  constructor(folder: PlanFolder, node: ChainNode, parent?: ChainElement) {
    this.id = parent ? `${parent.id} > ${node.id}` : `${folder.uri} ${node.id}`;
    this.folder = folder;
    this.node = node;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
  }

  /** Made when somebody unfolds it: a chain may be as long as the plan. */
  get children(): readonly ChainElement[] {
    this.#children ??= this.node.children().map((child) => new ChainElement(this.folder, child, this));
    return this.#children;
  }
}

/** What stands in the tree of a change to the plan; commands of its menus are given one. */
export class ChangeElement {
  /** Unique in the tree, and the same from one comparison to the next. */
  readonly id: string;
  readonly folder: PlanFolder;
  readonly node: ChangeNode;
  readonly parent: ChangeElement | undefined;
  #children: readonly ChangeElement[] | undefined;

  constructor(folder: PlanFolder, node: ChangeNode, parent?: ChangeElement) {
    this.id = parent ? `${parent.id} > ${node.id}` : `${folder.uri} ${node.id}`;
    this.folder = folder;
    this.node = node;
    this.parent = parent;
  }

  /** Made when somebody unfolds it. */
  get children(): readonly ChangeElement[] {
    this.#children ??= this.node.children().map((child) => new ChangeElement(this.folder, child, this));
    return this.#children;
  }
}

function placeOf({ finding, item }: AttentionEntry): Place {
  return finding ?? { source: (item as Item).document, range: (item as Item).idRange };
}
