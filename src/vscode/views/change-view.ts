import * as vscode from 'vscode';
import type { ChangeNode, ChangeSign } from '../../core/views/diff/change-node.ts';
import { changeTree } from '../../core/views/diff/change-tree.ts';
import { verdict } from '../../core/views/diff/verdict.ts';
import { healthIcon, severityIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import { shortHash } from '../review/find-base.ts';
import type { PlanReview } from '../review/plan-review.ts';
import { ChangeElement } from './elements.ts';

export const CHANGE_VIEW = 'milepost.changes';
const SHOWN = 'milepost.reviewShown';

/** *Plan Changes*: what a change to the plan does, while somebody reviews it; the verdict on top. */
export class ChangeView implements vscode.TreeDataProvider<ChangeElement>, vscode.Disposable {
  readonly #review: PlanReview;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<ChangeElement>;
  #roots: readonly ChangeElement[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(review: PlanReview, log: Log) {
    this.#review = review;
    this.#log = log;
    this.#view = vscode.window.createTreeView(CHANGE_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      review.onDidChange(log.listener('showing plan changes', () => this.#refresh())),
    ];
  }

  /** Brings the view to where somebody sees it. */
  async show(): Promise<void> {
    await vscode.commands.executeCommand('setContext', SHOWN, true);
    await vscode.commands.executeCommand(`${CHANGE_VIEW}.focus`);
  }

  /** What stands over the tree. */
  get message(): string {
    return this.#view.message ?? '';
  }

  /** What stands beside the title. */
  get description(): string {
    return this.#view.description ?? '';
  }

  getChildren(element?: ChangeElement): ChangeElement[] {
    return this.#log.isolate('plan changes', () => [...(element ? element.children : this.#build())], []);
  }

  getParent(element: ChangeElement): ChangeElement | undefined {
    return element.parent;
  }

  getTreeItem(element: ChangeElement): vscode.TreeItem {
    return this.#log.isolate('plan changes', () => treeItemOf(element), new vscode.TreeItem(element.node.label));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #build(): readonly ChangeElement[] {
    const { reviewed } = this.#review;
    if (!reviewed) return [];
    const { folder, diff, before, now } = reviewed;
    this.#roots ??= changeTree({ diff, base: before, head: now }).map((node) => new ChangeElement(folder, node));
    return this.#roots;
  }

  async #refresh(): Promise<void> {
    const { reviewed, subject } = this.#review;
    this.#roots = undefined;
    this.#view.message = reviewed ? verdict(reviewed.diff) : 'Reading the plan as it was…';
    this.#view.description = subject ? `since ${nameOf(subject.base)}` : '';
    this.#changed.fire(undefined);
    await vscode.commands.executeCommand('setContext', SHOWN, subject !== undefined);
  }
}

const nameOf = ({ name, commit }: { readonly name: string; readonly commit: string }): string =>
  name === shortHash(commit) ? name : `${name}, ${shortHash(commit)}`;

function treeItemOf(element: ChangeElement): vscode.TreeItem {
  const { node, id } = element;
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = node.hasChildren ? (node.isOpen ? Expanded : Collapsed) : None;
  const treeItem = new vscode.TreeItem(node.label, state);
  treeItem.id = id;
  treeItem.description = node.description;
  treeItem.tooltip = node.details.join('\n');
  treeItem.contextValue = contextOf(node);
  const icon = node.sign && iconOf(node.sign);
  if (icon) treeItem.iconPath = icon;
  treeItem.accessibilityInformation = { label: spoken(node) };
  if (node.place) treeItem.command = { command: 'milepost.openChange', title: 'Open Change', arguments: [element] };
  return treeItem;
}

const contextOf = ({ kind, item }: ChangeNode): string => (item ? `${kind === 'cause' ? 'item' : kind} item` : kind);

/** What a screen reader says: the sign is a word, and an arrow is `to`. */
function spoken({ label, description, sign, kind }: ChangeNode): string {
  const word =
    typeof sign === 'string'
      ? WORDS[sign]
      : sign && 'severity' in sign
        ? `${sign.isResolved ? 'resolved' : 'new'} ${sign.severity}`
        : kind;
  return [word, label, description.replaceAll(' → ', ' to ')].filter((part) => part !== '').join(', ');
}

const WORDS: Readonly<Record<Extract<ChangeSign, string>, string>> = {
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  renamed: 'renamed',
  moved: 'moved to another place',
  affected: 'moved',
  later: 'later',
  earlier: 'earlier',
  cause: 'because of',
  field: 'field',
  path: '',
};

const ICONS: Readonly<Record<Extract<ChangeSign, string>, readonly [icon: string, color?: string]>> = {
  added: ['diff-added', 'gitDecoration.addedResourceForeground'],
  removed: ['diff-removed', 'gitDecoration.deletedResourceForeground'],
  changed: ['diff-modified', 'gitDecoration.modifiedResourceForeground'],
  renamed: ['diff-renamed', 'gitDecoration.renamedResourceForeground'],
  moved: ['diff-renamed', 'gitDecoration.renamedResourceForeground'],
  affected: ['arrow-right'],
  later: ['arrow-right', 'milepost.overdueForeground'],
  earlier: ['arrow-left', 'milepost.doneForeground'],
  cause: ['flame'],
  field: ['symbol-field'],
  path: ['circle-small'],
};

function iconOf(sign: ChangeSign): vscode.ThemeIcon {
  if (typeof sign !== 'string') {
    if ('health' in sign) return healthIcon('project', sign.health);
    return sign.isResolved
      ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('milepost.doneForeground'))
      : severityIcon(sign.severity);
  }
  const [icon, color] = ICONS[sign];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}
