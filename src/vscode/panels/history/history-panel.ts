import * as vscode from 'vscode';
import { itemKey, itemWithKey } from '../../../core/graph/keys.ts';
import { Reasons } from '../../../core/history/reasons.ts';
import { historyChart } from '../../../core/views/history-view.ts';
import { type FromPage, type HistoryView, readHistoryState } from '../../../webview/protocol.ts';
import { Coalesced } from '../../coalesce.ts';
import { columnBeside, open } from '../../commands/go-to.ts';
import type { Log } from '../../log.ts';
import type { Histories } from '../../plans/histories.ts';
import type { PlanFolder } from '../../plans/plan-folder.ts';
import type { Plans } from '../../plans/plans.ts';
import type { PlanItem } from '../../views/elements.ts';
import { Panel } from '../panel.ts';

/** While somebody types, the picture follows after a moment. */
const REFRESH_MS = 300;

/** An item that is asked about: by names, since plans and items are others after each change. */
interface Asked {
  /** The address of its plan. */
  readonly plan: string;
  readonly key: string;
}

/** The history of one item beside the editor: its due date over time, and everything that became of it. */
export class HistoryPanel implements vscode.Disposable {
  readonly panel: Panel;
  readonly #plans: Plans;
  readonly #histories: Histories;
  readonly #subscriptions: { dispose(): unknown }[];
  #asked: Asked | undefined;
  #shown: HistoryView | undefined;
  #drawings = 0;
  /** Rises with each time that it is looked at: what was asked for an earlier one is given up. */
  #turn = 0;

  constructor(extension: vscode.Uri, plans: Plans, histories: Histories, log: Log) {
    this.#plans = plans;
    this.#histories = histories;
    const refresh = new Coalesced('showing the history', REFRESH_MS, log, () => this.#refresh());
    this.panel = new Panel(
      extension,
      {
        viewType: 'milepost.history',
        page: 'history',
        title: 'History',
        onReady: () => {
          this.#shown = undefined;
          return this.#refresh();
        },
        onMessage: (message) => this.#hear(message),
        onRestore: (state) => {
          this.#asked = readHistoryState(state)?.history;
        },
        onHide: () => this.#forget(),
        onClose: () => {
          this.#asked = undefined;
        },
      },
      log,
    );
    this.#subscriptions = [
      this.panel,
      refresh,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
      // A commit may have been made elsewhere.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && refresh.call()),
    ];
  }

  /** What the page was given last; undefined while nobody sees it. For tests. */
  get view(): HistoryView | undefined {
    return this.#shown;
  }

  /** Shows the history of an item. */
  async show({ folder, item }: PlanItem): Promise<void> {
    const plan = folder.snapshot?.plan;
    if (!plan) return;
    this.#asked = { plan: folder.uri.toString(), key: itemKey(item, plan) };
    this.panel.show();
    await this.#refresh();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #forget(): void {
    this.#turn++;
    this.#shown = undefined;
  }

  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    if (!this.panel.isReady) return;
    const found = this.#found();
    if (!found) return this.#say(this.#plans.isComplete ? 'There is no such item any more.' : 'Reading the plan…');
    if (!this.#shown && !this.#histories.known(found.folder))
      this.panel.post({ type: 'nothing', text: 'Reading the history…' });
    const known = await this.#histories.read(found.folder);
    if (turn !== this.#turn || !this.panel.isReady) return;
    if ('reason' in known) return this.#say(`There is no history to show: ${known.text}.`);
    const now = this.#found();
    const snapshot = now?.folder.snapshot;
    if (!now || !snapshot) return;
    const { missing } = known.history;
    const chart = historyChart({
      item: now.item,
      history: known.of(now.item),
      state: snapshot.state,
      reasons: new Reasons(snapshot.plan),
      since: known.since,
      today: snapshot.today,
    });
    const view = {
      ...chart,
      asked: this.#asked as Asked,
      missing: missing ? `This is not all of it: ${missing.text}.` : '',
    };
    const before = this.#shown;
    if (before && JSON.stringify({ ...view, drawing: before.drawing }) === JSON.stringify(before)) return;
    this.#shown = { ...view, drawing: ++this.#drawings };
    this.panel.post({ type: 'history', view: this.#shown });
  }

  #say(text: string): void {
    this.#shown = undefined;
    this.panel.post({ type: 'nothing', text });
  }

  /** The item that is asked about, as the plan is now. */
  #found(): { readonly folder: PlanFolder; readonly item: PlanItem['item'] } | undefined {
    const folder = this.#plans.folders.find(({ uri }) => uri.toString() === this.#asked?.plan);
    const plan = folder?.snapshot?.plan;
    const item = plan && itemWithKey(this.#asked?.key ?? '', plan);
    return folder && item && { folder, item };
  }

  /** The title leads to the source of the item. */
  async #hear(message: FromPage): Promise<void> {
    if (message.type !== 'open' || message.drawing !== this.#shown?.drawing) return;
    const found = this.#found();
    if (found) await open(found.folder, found.item.document, found.item.idRange, columnBeside(this.panel.viewColumn));
  }
}
