import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { type GroupBy, type Grouping, type GroupSpec, grouping } from './program-tree-groups.ts';
import { unreadNodes } from './unread-nodes.ts';
import type { Place } from './why/limit-words.ts';

export type { GroupBy } from './program-tree-groups.ts';

/**
 * A node of the program tree: a program, a group of its items, or an item; and before them what cannot be read. Says who
 * stands where, not how.
 */
export interface TreeNode {
  readonly kind: 'program' | 'group' | 'item' | 'unread';
  /** Unique in the tree of a plan, and the same from one snapshot to the next. */
  readonly id: string;
  readonly label: string;
  /** A VS Code product icon. */
  readonly icon: string;
  /** The program that it is; none of groups and items. */
  readonly program: Program | undefined;
  /** What it stands for: an item, the item of a program or workstream; none where no document describes it. */
  readonly item: Item | undefined;
  /** Where it stands in a document, where that is no item. */
  readonly place?: Place;
  /** Every item below it. */
  readonly items: readonly Item[];
  readonly hasChildren: boolean;
  /** Made when it is asked for: of ten thousand items most stay folded away. */
  readonly children: () => readonly TreeNode[];
}

/** How a person wants to see the tree. */
export interface TreeOptions {
  readonly groupBy: GroupBy;
  /** Whether items that are done or dropped are left out. */
  readonly hideDone: boolean;
}

/** The programs of a plan, each with its items in groups; before them the documents that cannot be read whole. */
export function programTree(
  plan: Plan,
  { schedule }: PlanState,
  { groupBy, hideDone }: TreeOptions,
): readonly TreeNode[] {
  const how = grouping(groupBy, plan, schedule);
  const isShown = (item: Item): boolean => item.open || !hideDone;
  const programs = plan.programs.flatMap((program) => {
    const items = program.items.filter(isShown);
    if (items.length === 0 && !(program.item && isShown(program.item))) return [];
    return programNode(program, items, how, plan);
  });
  return [...unreadNodes(plan), ...programs];
}

function programNode(program: Program, shown: readonly Item[], how: Grouping, plan: Plan): TreeNode {
  const id = `program ${program.id}`;
  return {
    kind: 'program',
    id,
    label: visible(program.item?.title ?? program.id),
    icon: 'project',
    program,
    item: program.item,
    items: program.items,
    hasChildren: shown.some((item) => how.groupOf(item) !== undefined),
    children: () => groupNodes(id, shown, how, plan),
  };
}

function groupNodes(program: string, shown: readonly Item[], how: Grouping, plan: Plan): readonly TreeNode[] {
  const groups = new Map<string, { readonly spec: GroupSpec; readonly members: Item[] }>();
  for (const item of shown) {
    const spec = how.groupOf(item);
    if (!spec) continue;
    let group = groups.get(spec.id);
    if (!group) {
      group = { spec, members: [] };
      groups.set(spec.id, group);
    }
    // A workstream stands for itself: it is the group, not a member of it.
    if (item !== spec.item) group.members.push(item);
  }
  return [...groups.values()]
    .sort((a, b) => how.compareGroups(a.spec, b.spec))
    .map(({ spec, members }) => ({
      kind: 'group',
      id: `${program} / ${spec.id}`,
      label: visible(spec.label),
      icon: spec.icon,
      program: undefined,
      item: spec.item,
      items: members,
      hasChildren: members.length > 0,
      children: () => [...members].sort(how.compareItems).map((item) => itemNode(item, plan)),
    }));
}

function itemNode(item: Item, plan: Plan): TreeNode {
  return {
    kind: 'item',
    id: idOf(item, plan),
    label: visible(item.title),
    icon: item.type.icon,
    program: undefined,
    item,
    items: [item],
    hasChildren: false,
    children: () => [],
  };
}

/** Of two items with the same id the second is known by its place. */
function idOf(item: Item, plan: Plan): string {
  if (plan.lookup.member(item.program, item.id) === item) return `item ${item.key}`;
  return `item ${item.key} at ${item.document.path}:${item.idRange.start}`;
}
