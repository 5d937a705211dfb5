import type { Item } from '../../core/plan/item.ts';
import type { Finding } from '../../core/rules/finding.ts';
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
  readonly children: readonly ProgramElement[];

  constructor(folder: PlanFolder, node: TreeNode, parent?: ProgramElement) {
    this.folder = folder;
    this.node = node;
    this.parent = parent;
    this.children = node.children.map((child) => new ProgramElement(folder, child, this));
  }
}

/** A group of findings in *Needs attention*. */
export class AttentionGroupElement {
  readonly group: AttentionGroup;
  readonly children: readonly FindingElement[];

  constructor(group: AttentionGroup, folderOf: (finding: Finding) => PlanFolder) {
    this.group = group;
    this.children = group.findings.map((finding) => new FindingElement(folderOf(finding), finding, this));
  }
}

/** A finding in *Needs attention*; commands of its menus are given one. */
export class FindingElement implements PlanFinding {
  readonly folder: PlanFolder;
  readonly finding: Finding;
  readonly parent: AttentionGroupElement;

  constructor(folder: PlanFolder, finding: Finding, parent: AttentionGroupElement) {
    this.folder = folder;
    this.finding = finding;
    this.parent = parent;
  }
}
