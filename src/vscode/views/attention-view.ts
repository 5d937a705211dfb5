import * as vscode from 'vscode';
import type { Finding } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import { findingKey } from '../../core/views/finding-key.ts';
import { findingText } from '../../core/views/finding-text.ts';
import { actorOf, needsAttention } from '../../core/views/needs-attention.ts';
import { countFindings, countsText, plural } from '../../core/views/summary.ts';
import type { Clock } from '../clock.ts';
import { Coalesced } from '../coalesce.ts';
import { severityIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { AttentionGroupElement, FindingElement } from './elements.ts';
import type { SeenFindings } from './seen-findings.ts';

export const ATTENTION_VIEW = 'milepost.attention';

export type AttentionElement = AttentionGroupElement | FindingElement;

const REFRESH_MS = 80;

/** What has stood there for so long has been seen. */
const SEEN_MS = 2000;

/** Groups are unfolded while all of them together are no longer than a screen or two. */
const FEW_FINDINGS = 60;

const GROUP_ICONS = { new: 'bell-dot', owner: 'account', nobody: 'question' } as const;

/** *Needs attention*: the findings of all plans by who has to act, the worst first. Its badge counts errors. */
export class AttentionView implements vscode.TreeDataProvider<AttentionElement>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #seen: SeenFindings;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<AttentionElement>;
  readonly #seeing: Coalesced;
  #roots: readonly AttentionGroupElement[] | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, seen: SeenFindings, clock: Clock, log: Log) {
    this.#plans = plans;
    this.#seen = seen;
    this.#log = log;
    this.#seeing = new Coalesced('noting what was seen', SEEN_MS, log, () => this.#noteSeen());
    const refresh = new Coalesced('refreshing what needs attention', REFRESH_MS, log, () => this.#refresh());
    this.#view = vscode.window.createTreeView(ATTENTION_VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = [
      this.#changed,
      this.#view,
      refresh,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
      // Who comes back on another day begins another visit, also in a window that was left open.
      clock.onDidChange(() => this.beginVisit()),
      this.#seeing,
      this.#view.onDidChangeVisibility(this.#seeing.call),
    ];
  }

  /** The badge of the view, as it stands. */
  get badge(): vscode.ViewBadge | undefined {
    return this.#view.badge;
  }

  getChildren(element?: AttentionElement): AttentionElement[] {
    if (element instanceof FindingElement) return [];
    const children = element ? element.children : this.#log.isolate('needs attention', () => this.#build(), []);
    return [...children];
  }

  getParent(element: AttentionElement): AttentionElement | undefined {
    return element instanceof FindingElement ? element.parent : undefined;
  }

  getTreeItem(element: AttentionElement): vscode.TreeItem {
    return this.#log.isolate(
      'needs attention',
      () => (element instanceof FindingElement ? this.#findingItem(element) : this.#groupItem(element)),
      new vscode.TreeItem(''),
    );
  }

  /** What was new has been seen. */
  beginVisit(): void {
    this.#seen.beginVisit();
    this.#refresh();
  }

  /** Notes everything there is as seen, whether somebody looked or not. */
  async markAllSeen(): Promise<void> {
    await this.#seen.saw(this.#keys());
    this.beginVisit();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #refresh(): void {
    this.#roots = undefined;
    const counts = countFindings(this.#findings().map(({ finding }) => finding));
    this.#view.badge = counts.error > 0 ? { value: counts.error, tooltip: plural(counts.error, 'error') } : undefined;
    this.#view.description = countsText(counts);
    this.#changed.fire(undefined);
    this.#seeing.call();
  }

  /** All findings, once there are all. */
  #findings(): readonly { readonly folder: PlanFolder; readonly finding: Finding }[] {
    return this.#plans.folders.flatMap((folder) => {
      const { snapshot } = folder;
      return snapshot?.complete ? snapshot.findings.map((finding) => ({ folder, finding })) : [];
    });
  }

  #keys(): readonly string[] {
    return this.#findings().map(({ finding }) => findingKey(finding));
  }

  async #noteSeen(): Promise<void> {
    if (this.#view.visible && this.#plans.isComplete && this.#plans.hasPlan) await this.#seen.saw(this.#keys());
  }

  #build(): readonly AttentionGroupElement[] {
    if (this.#roots) return this.#roots;
    const found = this.#findings();
    const folders = new Map(found.map(({ folder, finding }) => [finding, folder]));
    const folderOf = (finding: Finding): PlanFolder => folders.get(finding) as PlanFolder;
    const groups = needsAttention([...folders.keys()], (finding) => this.#seen.isNew(() => findingKey(finding)));
    this.#roots = groups.map((group) => new AttentionGroupElement(group, folderOf));
    return this.#roots;
  }

  #groupItem({ group }: AttentionGroupElement): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const few = this.#build().reduce((sum, { group: { findings } }) => sum + findings.length, 0) <= FEW_FINDINGS;
    const treeItem = new vscode.TreeItem(group.label, few || group.kind === 'new' ? Expanded : Collapsed);
    treeItem.id = group.id;
    treeItem.contextValue = `group ${group.kind}`;
    treeItem.description = countsText(countFindings(group.findings));
    treeItem.iconPath = new vscode.ThemeIcon(GROUP_ICONS[group.kind]);
    return treeItem;
  }

  #findingItem(element: FindingElement): vscode.TreeItem {
    const { finding, parent } = element;
    const { name, reason, title } = findingText(finding);
    const owner = parent.group.kind === 'new' ? actorOf(finding) : undefined;
    const { line } = finding.source.lines.positionAt(finding.range.start);
    const treeItem = new vscode.TreeItem(name);
    const parts = [reason, owner === undefined ? '' : visible(owner), title];
    treeItem.description = parts.filter((part) => part !== '').join(' · ');
    treeItem.contextValue = finding.item ? 'finding item' : 'finding';
    treeItem.iconPath = severityIcon(finding.severity);
    treeItem.tooltip = `${title === '' ? '' : `${title}\n`}${visible(finding.message)}\n${finding.code}, ${visible(finding.source.path)}:${line + 1}`;
    treeItem.accessibilityInformation = { label: `${finding.severity}: ${name}, ${treeItem.description}` };
    treeItem.command = { command: 'milepost.openFinding', title: 'Open Finding', arguments: [element] };
    treeItem.id = element.id;
    return treeItem;
  }
}
