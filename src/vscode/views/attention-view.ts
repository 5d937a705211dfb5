import * as vscode from 'vscode';
import { visible } from '../../core/text/visible.ts';
import { entryText } from '../../core/views/finding-text.ts';
import { attentionEntries, countEntries, needsAttention } from '../../core/views/needs-attention.ts';
import { countFindings, countsText, plural } from '../../core/views/summary.ts';
import { type Host, Slices } from '../../workspace/slices.ts';
import type { Clock } from '../clock.ts';
import { Coalesced } from '../coalesce.ts';
import { severityIcon } from '../icons.ts';
import type { Log } from '../log.ts';
import type { Plans } from '../plans/plans.ts';
import type { WithoutGit } from '../plans/without-git.ts';
import { AttentionEntryElement, AttentionGroupElement, type PlanEntry } from './elements.ts';
import type { SeenFindings } from './seen-findings.ts';

export const ATTENTION_VIEW = 'milepost.attention';

export type AttentionElement = AttentionGroupElement | AttentionEntryElement;

const REFRESH_MS = 80;

/** What has stood there for so long has been seen. */
const SEEN_MS = 2000;

/** Groups are unfolded while all of them together are no longer than a screen or two. */
const FEW_ENTRIES = 60;

const GROUP_ICONS = { new: 'bell-dot', owner: 'account', nobody: 'question' } as const;

/** *Needs attention*: what somebody has to act on, by who that is, what costs most first. Its badge counts errors. */
export class AttentionView implements vscode.TreeDataProvider<AttentionElement>, vscode.Disposable {
  readonly #plans: Plans;
  readonly #seen: SeenFindings;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #view: vscode.TreeView<AttentionElement>;
  readonly #seeing: Coalesced;
  readonly #host: Host;
  readonly #missingOf: WithoutGit;
  /** Everything there is, once somebody looks; made anew after each change. */
  #entries: Promise<readonly PlanEntry[]> | undefined;
  #roots: Promise<readonly AttentionGroupElement[]> | undefined;
  #unfolded = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(plans: Plans, seen: SeenFindings, clock: Clock, host: Host, missingOf: WithoutGit, log: Log) {
    this.#plans = plans;
    this.#host = host;
    this.#missingOf = missingOf;
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

  async getChildren(element?: AttentionElement): Promise<AttentionElement[]> {
    if (element instanceof AttentionEntryElement) return [];
    return [...(element ? element.children : await this.#log.isolate('needs attention', () => this.#build(), []))];
  }

  getParent(element: AttentionElement): AttentionElement | undefined {
    return element instanceof AttentionEntryElement ? element.parent : undefined;
  }

  getTreeItem(element: AttentionElement): vscode.TreeItem {
    return this.#log.isolate(
      'needs attention',
      () => (element instanceof AttentionEntryElement ? this.#entryItem(element) : this.#groupItem(element)),
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
    await this.#seen.saw(await this.#keys());
    this.beginVisit();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Everything that somebody has to act on, once everything is known. */
  entries(): Promise<readonly PlanEntry[]> {
    this.#entries ??= this.#collect();
    return this.#entries;
  }

  /** In slices: of ten thousand items there is much to weigh. */
  async #collect(): Promise<readonly PlanEntry[]> {
    const slices = new Slices(this.#host);
    const entries: PlanEntry[] = [];
    for (const folder of this.#plans.folders) {
      const { snapshot } = folder;
      const own = snapshot?.complete ? await slices.run(attentionEntries(snapshot), () => false) : [];
      for (const entry of own ?? []) entries.push({ ...entry, folder });
    }
    return entries;
  }

  #refresh(): void {
    this.#entries = undefined;
    this.#roots = undefined;
    const complete = this.#plans.folders.flatMap(({ snapshot }) => (snapshot?.complete ? snapshot.findings : []));
    const counts = countFindings(complete);
    this.#view.badge = counts.error > 0 ? { value: counts.error, tooltip: plural(counts.error, 'error') } : undefined;
    this.#view.description = countsText(counts);
    this.#changed.fire(undefined);
    this.#seeing.call();
  }

  async #keys(): Promise<readonly string[]> {
    return (await this.entries()).map(({ key }) => key);
  }

  async #noteSeen(): Promise<void> {
    if (this.#view.visible && this.#plans.isComplete && this.#plans.hasPlan) await this.#seen.saw(await this.#keys());
  }

  #build(): Promise<readonly AttentionGroupElement[]> {
    this.#roots ??= this.entries().then((entries) => {
      this.#unfolded = entries.length <= FEW_ENTRIES;
      return needsAttention(entries, ({ key }) => this.#seen.isNew(key)).map(
        (group) => new AttentionGroupElement(group),
      );
    });
    return this.#roots;
  }

  #groupItem({ group }: AttentionGroupElement): vscode.TreeItem {
    const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const treeItem = new vscode.TreeItem(group.label, this.#unfolded || group.kind === 'new' ? Expanded : Collapsed);
    const soon = group.entries.filter(({ finding }) => !finding).length;
    treeItem.id = group.id;
    treeItem.contextValue = `group ${group.kind}`;
    treeItem.description = [countsText(countEntries(group.entries)), soon > 0 ? `${soon} soon` : '']
      .filter((part) => part !== '')
      .join(', ');
    treeItem.iconPath = new vscode.ThemeIcon(GROUP_ICONS[group.kind]);
    return treeItem;
  }

  #entryItem(element: AttentionEntryElement): vscode.TreeItem {
    const { entry, parent, place } = element;
    const { finding, item, why, owner: actor } = entry;
    const { what, name, reason, title } = entryText(entry);
    const owner = parent.group.kind === 'new' ? actor : undefined;
    const { line } = place.source.lines.positionAt(place.range.start);
    // What is wrong stands where a narrow side bar still shows it, and whom it is about right behind that.
    const treeItem = new vscode.TreeItem(what);
    const parts = [name, why, reason, owner === undefined ? '' : visible(owner), title];
    treeItem.description = parts.filter((part) => part !== '').join(' · ');
    treeItem.contextValue = `${finding ? 'finding' : 'moment'}${item ? ' item' : ''}`;
    treeItem.iconPath = finding ? severityIcon(finding.severity) : new vscode.ThemeIcon('watch');
    const where = `${visible(place.source.path)}:${line + 1}`;
    const message = finding ? visible(finding.message) : '';
    const lines = [title, message, this.#staleNote(element), why, finding ? `${finding.code}, ${where}` : where];
    treeItem.tooltip = lines.filter((text) => text !== '').join('\n');
    treeItem.accessibilityInformation = { label: `${finding?.severity ?? 'soon'}: ${what}, ${treeItem.description}` };
    treeItem.command = { command: 'milepost.openFinding', title: 'Open Finding', arguments: [element] };
    treeItem.id = element.id;
    return treeItem;
  }

  /** Of what is stale: that git, which tells of changes as well, is not asked. */
  #staleNote({ entry: { finding, folder } }: AttentionEntryElement): string {
    const missing = finding?.code === 'stale' && folder.snapshot ? this.#missingOf(folder.snapshot) : undefined;
    return missing === undefined ? '' : `Dates in the plan alone tell when it was touched: ${missing}`;
  }
}
