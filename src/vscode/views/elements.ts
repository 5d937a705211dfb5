import type { Item } from '../../core/plan/item.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { findingKey } from '../../core/views/finding-key.ts';
import type { AttentionGroup } from '../../core/views/needs-attention.ts';
import type { TreeNode } from '../../core/views/program-tree.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

/** An item of one of the plans. */
export interface PlanItem {
  readonly folder: PlanFolder;
  readonly item: Item;
}

/** A finding of one of the plans. */
export interface PlanFinding {
  readonly folder: PlanFolder;
  readonly finding: Finding;
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

/** A group of findings in *Needs attention*. */
export class AttentionGroupElement {
  readonly group: AttentionGroup;
  readonly #folderOf: (finding: Finding) => PlanFolder;
  #children: readonly FindingElement[] | undefined;

  constructor(group: AttentionGroup, folderOf: (finding: Finding) => PlanFolder) {
    this.group = group;
    this.#folderOf = folderOf;
  }

  /** Made when somebody unfolds it. */
  get children(): readonly FindingElement[] {
    this.#children ??= this.#makeChildren();
    return this.#children;
  }

  #makeChildren(): readonly FindingElement[] {
    const used = new Map<string, number>();
    return this.group.findings.map((finding) => {
      const folder = this.#folderOf(finding);
      const id = `${this.group.id} ${findingKey(finding)} ${folder.uriOf(finding.source.path)} ${finding.range.start}`;
      // A rule may have two things to say of the same words.
      const count = (used.get(id) ?? 0) + 1;
      used.set(id, count);
      return new FindingElement(`${id} ${count}`, folder, finding, this);
    });
  }
}

/** A finding in *Needs attention*; commands of its menus are given one. */
export class FindingElement implements PlanFinding {
  /** Unique in the tree, and the same from one snapshot to the next while the finding stays where it is. */
  readonly id: string;
  readonly folder: PlanFolder;
  readonly finding: Finding;
  readonly parent: AttentionGroupElement;

  constructor(id: string, folder: PlanFolder, finding: Finding, parent: AttentionGroupElement) {
    this.id = id;
    this.folder = folder;
    this.finding = finding;
    this.parent = parent;
  }
}
