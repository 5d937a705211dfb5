import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { visible } from '../text/visible.ts';
import { type GroupBy, type GroupSpec, grouping } from './program-tree-groups.ts';

export type { GroupBy } from './program-tree-groups.ts';

/** A node of the program tree: a program, a group of its items, or an item. Says who stands where, not how. */
export interface TreeNode {
  readonly kind: 'program' | 'group' | 'item';
  /** Unique in the tree of a plan, and the same from one snapshot to the next. */
  readonly id: string;
  readonly label: string;
  /** A VS Code product icon. */
  readonly icon: string;
  /** What it stands for: an item, the item of a program or workstream; none where no document describes it. */
  readonly item: Item | undefined;
  /** Every item below it. */
  readonly items: readonly Item[];
  readonly children: readonly TreeNode[];
}

/** How a person wants to see the tree. */
export interface TreeOptions {
  readonly groupBy: GroupBy;
  /** Whether items that are done or dropped are left out. */
  readonly hideDone: boolean;
}

/** The programs of a plan, each with its items in groups. */
export function programTree(plan: Plan, options: TreeOptions): readonly TreeNode[] {
  const ids = new NodeIds();
  return plan.programs
    .map((program) => programNode(program, plan, options, ids))
    .filter((node) => node.children.length > 0 || (node.item && isShown(node.item, options)));
}

function programNode(program: Program, plan: Plan, options: TreeOptions, ids: NodeIds): TreeNode {
  const { groupOf, compareGroups, compareItems } = grouping(options.groupBy, plan);
  const groups = new Map<string, { spec: GroupSpec; items: Item[] }>();
  for (const item of program.items) {
    const spec = groupOf(item);
    if (!spec || !isShown(item, options)) continue;
    const group = groups.get(spec.id);
    if (group) group.items.push(item);
    else groups.set(spec.id, { spec, items: [item] });
  }
  const id = ids.unique(`program ${program.id}`);
  const children = [...groups.values()]
    .sort((a, b) => compareGroups(a.spec, b.spec))
    .map(({ spec, items }): TreeNode => {
      // A workstream stands for itself: it is the group, not a member of it.
      const members = items.filter((item) => item !== spec.item).sort(compareItems);
      return {
        kind: 'group',
        id: ids.unique(`${id} / ${spec.id}`),
        label: visible(spec.label),
        icon: spec.icon,
        item: spec.item,
        items: members,
        children: members.map((item) => itemNode(item, ids)),
      };
    });
  return {
    kind: 'program',
    id,
    label: visible(program.item?.title ?? program.id),
    icon: 'project',
    item: program.item,
    items: program.items,
    children,
  };
}

function itemNode(item: Item, ids: NodeIds): TreeNode {
  return {
    kind: 'item',
    id: ids.unique(`item ${item.key}`),
    label: visible(item.title),
    icon: item.type.icon,
    item,
    items: [item],
    children: [],
  };
}

const isShown = (item: Item, { hideDone }: TreeOptions): boolean => item.open || !hideDone;

/** Gives each node an id of its own, also where two items have the same one. */
class NodeIds {
  readonly #used = new Map<string, number>();

  unique(id: string): string {
    const count = (this.#used.get(id) ?? 0) + 1;
    this.#used.set(id, count);
    return count === 1 ? id : `${id} (${count})`;
  }
}
