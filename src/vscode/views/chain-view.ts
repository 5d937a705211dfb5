import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import type { ChainNode } from '../../core/views/chain-node.ts';
import { standingOf } from '../../core/views/standing.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import { itemIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { ChainElement, type PlanItem } from './elements.ts';

/** What somebody asks about an item, and a tree answers. */
export interface Question {
  /** What stands over the tree. */
  readonly title: (item: Item) => string;
  readonly answer: (item: Item, snapshot: Snapshot) => ChainNode;
  /** How many levels of what drives are unfolded at first; what lies further opens with a click. */
  readonly unfolded: number;
  /** What is asked where somebody turns the view around; undefined where there is no other way to look. */
  readonly turned?: () => Question;
}

/** A view that package.json declares, and the context that shows it once somebody has asked. */
export interface ChainViewName {
  readonly id: string;
  readonly shown: string;
}

/** Where *Why?* is answered, and where it is said what waits for what. */
export const WHY_VIEW: ChainViewName = { id: 'milepost.why', shown: 'milepost.whyShown' };
export const WAITS_VIEW: ChainViewName = { id: 'milepost.waits', shown: 'milepost.waitsShown' };

const REFRESH_MS = 80;

const ICONS: Readonly<Record<Exclude<ChainNode['kind'], 'item'>, string>> = {
  limit: 'pin',
  note: 'info',
  idle: 'ellipsis',
  group: 'references',
};

/** A tree of what hangs on an item: what drives its date, what waits for it. Shown once somebody has asked. */
export class ChainView implements vscode.TreeDataProvider<ChainElement>, vscode.Disposable {
  readonly #name: ChainViewName;
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<ChainElement>;
  /** What was asked about, by name: each snapshot has items of its own, and a plan that is read again is a new one. */
  #asked:
    | { readonly question: Question; readonly root: string; readonly program: string; readonly id: string }
    | undefined;
  #root: ChainElement | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(name: ChainViewName, plans: Plans, log: Log) {
    this.#name = name;
    this.#plans = plans;
    this.#log = log;
    const refresh = new Coalesced(`refreshing ${name.id}`, REFRESH_MS, log, () => this.#refresh());
    this.#view = vscode.window.createTreeView(name.id, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      refresh,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
    ];
  }

  /** Shows the answer to a question about an item. */
  async ask(question: Question, folder: PlanFolder, item: Item): Promise<void> {
    this.#asked = { question, root: folder.uri.toString(), program: item.program, id: item.id };
    await this.#tellShown(true);
    await this.#tell(`${this.#name.shown}.turns`, question.turned !== undefined);
    this.#refresh();
    await vscode.commands.executeCommand(`${this.#name.id}.focus`);
    this.#view.title = question.title(item);
    const root = this.#build();
    if (root) await this.#view.reveal(root, { select: true, focus: true });
  }

  /** Takes the view away until somebody asks again. */
  async close(): Promise<void> {
    this.#asked = undefined;
    this.#refresh();
    await this.#tellShown(false);
  }

  getChildren(element?: ChainElement): ChainElement[] {
    return this.#log.isolate(this.#name.id, () => (element ? [...element.children] : rootsOf(this.#build())), []);
  }

  getParent(element: ChainElement): ChainElement | undefined {
    return element.parent;
  }

  getTreeItem(element: ChainElement): vscode.TreeItem {
    return this.#log.isolate(
      this.#name.id,
      () => treeItemOf(element, this.#asked?.question.unfolded ?? 0),
      new vscode.TreeItem(element.node.label),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** What was asked last, and about which item, as the plan is now. */
  get asked(): (PlanItem & { readonly question: Question }) | undefined {
    const root = this.#build();
    return (
      this.#asked && root?.node.item && { question: this.#asked.question, folder: root.folder, item: root.node.item }
    );
  }

  #tellShown(shown: boolean): Thenable<unknown> {
    return this.#tell(this.#name.shown, shown);
  }

  #tell(context: string, value: boolean): Thenable<unknown> {
    return vscode.commands.executeCommand('setContext', context, value);
  }

  #refresh(): void {
    this.#root = undefined;
    this.#changed.fire(undefined);
  }

  #build(): ChainElement | undefined {
    if (this.#root || !this.#asked) return this.#root;
    const { question, root, program, id } = this.#asked;
    const folder = this.#plans.folders.find(({ uri }) => uri.toString() === root);
    const snapshot = folder?.snapshot;
    const lookup = snapshot?.plan.lookup;
    const item = program === id ? lookup?.program(id) : lookup?.member(program, id);
    if (folder && snapshot && item) this.#root = new ChainElement(folder, question.answer(item, snapshot));
    // While a plan is read again, what is not there yet may come.
    const isGone = !folder || snapshot?.complete;
    this.#view.message = item || !isGone ? '' : `${visible(id)} is no longer in the plan.`;
    return this.#root;
  }
}

const rootsOf = (root: ChainElement | undefined): ChainElement[] => (root ? [root] : []);

function treeItemOf(element: ChainElement, most: number): vscode.TreeItem {
  const { node, folder, depth, id } = element;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const unfolded = depth === 0 || (node.drives && depth < most);
  const treeItem = new vscode.TreeItem(node.label, node.hasChildren ? (unfolded ? Expanded : Collapsed) : None);
  treeItem.id = id;
  treeItem.description = node.description;
  treeItem.tooltip = node.details.join('\n');
  treeItem.contextValue = node.item ? `${node.kind} item` : node.kind;
  treeItem.iconPath = iconOf(node, folder);
  treeItem.accessibilityInformation = {
    label: [node.label, node.description, depth > 0 && node.kind === 'item' && node.drives ? 'sets the date' : '']
      .filter((part) => part !== '')
      .join(' '),
  };
  if (node.place) treeItem.command = { command: 'milepost.openFinding', title: 'Open', arguments: [element] };
  return treeItem;
}

function iconOf({ kind, item }: ChainNode, { snapshot }: PlanFolder): vscode.ThemeIcon {
  if (kind !== 'item') return new vscode.ThemeIcon(ICONS[kind]);
  return item && snapshot ? itemIcon(item.type.icon, standingOf(item, snapshot.state)) : new vscode.ThemeIcon('circle');
}
