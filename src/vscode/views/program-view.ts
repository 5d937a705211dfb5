import * as vscode from 'vscode';
import { DATES_IN_DOUBT } from '../../core/plan/half-read.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { isUnderWay, programForecast } from '../../core/views/health-summary.ts';
import { itemDetails, itemLabel } from '../../core/views/item-label.ts';
import { programTree } from '../../core/views/program-tree.ts';
import { tallyOf, tallyText } from '../../core/views/tally.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import { healthIcon, itemIcon, severityIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { ProgramElement } from './elements.ts';
import type { StoredTreeOptions } from './tree-options.ts';

export const PROGRAM_VIEW = 'milepost.program';

/** While somebody types, the tree follows after a moment. */
const REFRESH_MS = 80;

/** Plans of no more items than this show all of them at once; workspaces of no more programs, the groups of each. */
const FEW_ITEMS = 15;
const FEW_PROGRAMS = 8;
const FEW_REASONS = 8;
const FEW_UNREAD = 3;

/** The *Program* tree: the programs of all plans, their groups and items. */
export class ProgramView implements vscode.TreeDataProvider<ProgramElement>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #options: StoredTreeOptions;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<ProgramElement>;
  /** What is shown, until something changes. */
  #roots: readonly ProgramElement[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, options: StoredTreeOptions, log: Log) {
    this.#plans = plans;
    this.#options = options;
    this.#log = log;
    const refresh = new Coalesced('refreshing the program tree', REFRESH_MS, log, () => this.#refresh());
    this.#view = vscode.window.createTreeView(PROGRAM_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      refresh,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
      options.onDidChange(() => this.#refresh()),
    ];
    this.#describe();
  }

  getChildren(element?: ProgramElement): readonly ProgramElement[] & ProgramElement[] {
    const children = element ? element.children : this.#log.isolate('the program tree', () => this.#build(), []);
    return [...children];
  }

  getParent(element: ProgramElement): ProgramElement | undefined {
    return element.parent;
  }

  getTreeItem(element: ProgramElement): vscode.TreeItem {
    return this.#log.isolate(
      'the program tree',
      () => this.#treeItem(element),
      new vscode.TreeItem(element.node.label, vscode.TreeItemCollapsibleState.None),
    );
  }

  /** Shows an item in the tree, and selects it; false where the tree does not hold it. */
  async reveal(folder: PlanFolder, item: Item): Promise<boolean> {
    const programs = this.#build().filter((element) => element.folder === folder);
    const program = programs.find(({ node }) => node.item === item || node.items.includes(item));
    const element = program && find([program], ({ node }) => node.item === item);
    if (!element) return false;
    await this.#view.reveal(element, { select: true, focus: true, expand: false });
    return true;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    this.#roots = undefined;
    this.#describe();
    this.#changed.fire(undefined);
  }

  /** Says beside the title how the tree is grouped, where it is not as usual. */
  #describe(): void {
    const { groupBy, hideDone } = this.#options;
    const grouped = groupBy === 'workstream' ? '' : `by ${groupBy === 'due' ? 'due month' : groupBy}`;
    this.#view.description = [grouped, hideDone ? 'without done' : ''].filter((part) => part !== '').join(', ');
  }

  #build(): readonly ProgramElement[] {
    this.#roots ??= this.#plans.folders.flatMap((folder) => {
      const { snapshot } = folder;
      // Half a plan would look as if the rest were gone.
      if (!snapshot?.complete) return [];
      return programTree(snapshot.plan, snapshot.state, this.#options).map((node) => new ProgramElement(folder, node));
    });
    return this.#roots;
  }

  #treeItem(element: ProgramElement): vscode.TreeItem {
    const { node, folder } = element;
    const snapshot = folder.snapshot as Snapshot;
    const treeItem = new vscode.TreeItem(node.label, this.#collapsibleState(element));
    treeItem.id = `${folder.uri.toString()} ${node.id}`;
    treeItem.contextValue = node.item ? `${node.kind} item` : node.kind;
    if (node.kind === 'unread') describeUnread(treeItem, element, this.#plans);
    else if (node.kind === 'item') describeItem(treeItem, node.item as Item, snapshot);
    else describeGroup(treeItem, element, snapshot, this.#plans);
    if (node.item) {
      treeItem.command = { command: 'milepost.goToItem', title: 'Go to Item', arguments: [element] };
    } else if (node.place) {
      treeItem.command = { command: 'milepost.openFinding', title: 'Open', arguments: [element] };
    }
    return treeItem;
  }

  #collapsibleState(element: ProgramElement): vscode.TreeItemCollapsibleState {
    const { node, folder } = element;
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    if (!node.hasChildren) return None;
    if (node.kind === 'unread') return element.children.length <= FEW_UNREAD ? Expanded : Collapsed;
    const few = (folder.snapshot?.plan.items.length ?? 0) <= FEW_ITEMS;
    return few || (node.kind === 'program' && this.#build().length <= FEW_PROGRAMS) ? Expanded : Collapsed;
  }
}

function describeItem(treeItem: vscode.TreeItem, item: Item, snapshot: Snapshot): void {
  const { title, description, icon, standing } = itemLabel(item, snapshot);
  treeItem.description = description;
  const { health } = item.values;
  treeItem.iconPath = item.type.name === 'update' && health ? healthIcon(icon, health) : itemIcon(icon, standing);
  treeItem.tooltip = itemDetails(item, snapshot).join('\n');
  treeItem.accessibilityInformation = { label: `${item.type.name} ${title}, ${description}` };
}

function describeUnread(treeItem: vscode.TreeItem, { node, folder }: ProgramElement, plans: Plans): void {
  const isHead = node.place === undefined;
  treeItem.description = isHead
    ? [DATES_IN_DOUBT, plans.folders.length > 1 ? folder.name : ''].filter(Boolean).join(' · ')
    : '';
  treeItem.iconPath = isHead ? severityIcon('warning') : new vscode.ThemeIcon(node.icon);
  treeItem.tooltip = isHead ? `${node.label}, ${DATES_IN_DOUBT}` : `${node.label}: go to what cannot be read`;
}

function describeGroup(treeItem: vscode.TreeItem, element: ProgramElement, snapshot: Snapshot, plans: Plans): void {
  const { node, folder } = element;
  const where = node.kind === 'program' && plans.folders.length > 1 ? folder.name : '';
  const { state, today } = snapshot;
  const program = node.program && isUnderWay(node.program) ? node.program : undefined;
  const health = program && state.health(program);
  const parts = [health?.value ?? '', program ? programForecast(program, state, today) : ''];
  treeItem.description = [...parts, tallyText(tallyOf(node.items, state)), where]
    .filter((part) => part !== '')
    .join(' · ');
  treeItem.iconPath = health ? healthIcon(node.icon, health.value) : new vscode.ThemeIcon(node.icon);
  const kind = node.kind === 'group' ? '' : `${node.kind} `;
  treeItem.accessibilityInformation = { label: `${kind}${node.label}, ${treeItem.description}` };
  const details = node.item ? itemDetails(node.item, snapshot) : [node.label];
  const reasons = health?.reasons.map(({ message }) => `• ${visible(message)}`) ?? [];
  treeItem.tooltip = [...details, treeItem.description, ...reasons.slice(0, FEW_REASONS)].join('\n');
}

function find(
  elements: readonly ProgramElement[],
  matches: (element: ProgramElement) => boolean,
): ProgramElement | undefined {
  for (const element of elements) {
    const found = matches(element) ? element : find(element.children, matches);
    if (found) return found;
  }
  return undefined;
}
