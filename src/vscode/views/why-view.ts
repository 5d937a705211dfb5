import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { standingOf } from '../../core/views/standing.ts';
import { type WhyNode, whyOf } from '../../core/views/why/why.ts';
import { Coalesced } from '../coalesce.ts';
import { itemIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { WhyElement } from './elements.ts';

export const WHY_VIEW = 'milepost.why';

const REFRESH_MS = 80;

/** Chains are unfolded so far; what lies further back opens with a click. */
const UNFOLDED = 10;

const ICONS: Readonly<Record<Exclude<WhyNode['kind'], 'item'>, string>> = {
  limit: 'pin',
  note: 'info',
  idle: 'ellipsis',
};

/** *Why?*: what drives the date of an item, and what drives that. Shown once somebody has asked. */
export class WhyView implements vscode.TreeDataProvider<WhyElement>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<WhyElement>;
  /** What was asked about, by name: each snapshot has items of its own, and a plan that is read again is a new one. */
  #asked: { readonly root: string; readonly program: string; readonly id: string } | undefined;
  #root: WhyElement | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
    const refresh = new Coalesced('refreshing why', REFRESH_MS, log, () => this.#refresh());
    this.#view = vscode.window.createTreeView(WHY_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      refresh,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
    ];
  }

  /** Shows why an item is forecast for its date. */
  async ask(folder: PlanFolder, item: Item): Promise<void> {
    this.#asked = { root: folder.uri.toString(), program: item.program, id: item.id };
    await tellShown(true);
    this.#refresh();
    await vscode.commands.executeCommand(`${WHY_VIEW}.focus`);
    const root = this.#build();
    if (root) await this.#view.reveal(root, { select: true, focus: true });
  }

  /** Takes the view away until somebody asks again. */
  async close(): Promise<void> {
    this.#asked = undefined;
    this.#refresh();
    await tellShown(false);
  }

  getChildren(element?: WhyElement): WhyElement[] {
    return this.#log.isolate('why', () => (element ? [...element.children] : rootsOf(this.#build())), []);
  }

  getParent(element: WhyElement): WhyElement | undefined {
    return element.parent;
  }

  getTreeItem(element: WhyElement): vscode.TreeItem {
    return this.#log.isolate('why', () => treeItemOf(element), new vscode.TreeItem(element.node.label));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    this.#root = undefined;
    this.#changed.fire(undefined);
  }

  #build(): WhyElement | undefined {
    if (this.#root || !this.#asked) return this.#root;
    const { root, program, id } = this.#asked;
    const folder = this.#plans.folders.find(({ uri }) => uri.toString() === root);
    const snapshot = folder?.snapshot;
    const lookup = snapshot?.plan.lookup;
    const item = program === id ? lookup?.program(id) : lookup?.member(program, id);
    if (folder && snapshot && item) this.#root = new WhyElement(folder, whyOf(item, snapshot));
    // While a plan is read again, what is not there yet may come.
    const isGone = !folder || snapshot?.complete;
    this.#view.message = item || !isGone ? '' : `${visible(id)} is no longer in the plan.`;
    return this.#root;
  }
}

const rootsOf = (root: WhyElement | undefined): WhyElement[] => (root ? [root] : []);

const tellShown = (shown: boolean): Thenable<unknown> =>
  vscode.commands.executeCommand('setContext', 'milepost.whyShown', shown);

function treeItemOf(element: WhyElement): vscode.TreeItem {
  const { node, folder, depth, id } = element;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const unfolded = depth === 0 || (node.drives && depth < UNFOLDED);
  const treeItem = new vscode.TreeItem(node.label, node.hasChildren ? (unfolded ? Expanded : Collapsed) : None);
  treeItem.id = id;
  treeItem.description = node.description;
  treeItem.tooltip = node.details.join('\n');
  treeItem.contextValue = node.item ? `${node.kind} item` : node.kind;
  treeItem.iconPath = iconOf(node, folder);
  treeItem.accessibilityInformation = {
    label: [depth > 0 && node.kind === 'item' && node.drives ? 'driven by' : '', node.label, node.description]
      .filter((part) => part !== '')
      .join(' '),
  };
  if (node.place) treeItem.command = { command: 'milepost.openFinding', title: 'Open', arguments: [element] };
  return treeItem;
}

function iconOf({ kind, item }: WhyNode, { snapshot }: PlanFolder): vscode.ThemeIcon {
  if (kind !== 'item') return new vscode.ThemeIcon(ICONS[kind]);
  return item && snapshot ? itemIcon(item.type.icon, standingOf(item, snapshot.state)) : new vscode.ThemeIcon('circle');
}
