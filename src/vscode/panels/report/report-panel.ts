import type * as vscode from 'vscode';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import { type FromPage, type ReportView, readReportState } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import { Coalesced } from '../../coalesce.ts';
import type { Log } from '../../log.ts';
import type { PlanFile, Plans } from '../../plans/plans.ts';
import { Panel } from '../panel.ts';

/** While somebody types, the page follows after a moment. */
const REFRESH_MS = 300;

/** A report as the plan knows it now. */
export interface KnownReport extends PlanFile {
  readonly snapshot: Snapshot;
  readonly document: ParsedDocument;
}

/** One report beside the editor, as it looks where it is sent: from there it is copied with its looks, or saved as a page. */
export class ReportPanel implements vscode.Disposable {
  readonly panel: Panel;
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #subscriptions: { dispose(): unknown }[];
  #asked: ReportView['asked'] | undefined;
  #shown: ReportView | undefined;
  #drawings = 0;

  constructor(extension: vscode.Uri, plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
    const refresh = new Coalesced('showing the report', REFRESH_MS, log, () => this.#refresh());
    this.panel = new Panel(
      extension,
      {
        viewType: 'milepost.report',
        page: 'report',
        title: 'Report',
        onReady: () => {
          this.#shown = undefined;
          return this.#refresh();
        },
        onMessage: (message) => this.#hear(message),
        onRestore: (state) => {
          this.#asked = readReportState(state)?.report;
        },
        onHide: () => {
          this.#shown = undefined;
        },
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
    ];
  }

  /** What the page was given last; undefined while nobody sees it. For tests. */
  get view(): ReportView | undefined {
    return this.#shown;
  }

  /** Shows a report. */
  show({ folder, path }: PlanFile): void {
    this.#asked = { plan: folder.uri.toString(), path };
    this.panel.show();
    this.#log.listener('showing the report', () => this.#refresh())();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #refresh(): Promise<void> {
    // The plan changes all the time; what shows a report is loaded where somebody looks at one.
    if (!this.panel.isReady) return;
    const { plainReport, reportBody } = await import('./report-content.ts');
    if (!this.panel.isReady) return;
    const found = this.#found();
    const asked = this.#asked;
    if (!found || !asked) {
      this.#shown = undefined;
      const text = this.#plans.isComplete ? 'There is no such report any more.' : 'Reading the plan…';
      this.panel.post({ type: 'nothing', text });
      return;
    }
    const { document, snapshot } = found;
    const view = {
      asked,
      title: titleOf(document),
      html: reportBody(document, snapshot, { pictures: false }),
      text: plainReport(document),
    };
    const { drawing = 0, ...before } = this.#shown ?? {};
    if (JSON.stringify(view) === JSON.stringify(before)) return;
    this.#shown = { ...view, drawing: ++this.#drawings };
    this.panel.post({ type: 'report', view: this.#shown });
  }

  /** The report that is asked about, as the plan is now. */
  #found(): KnownReport | undefined {
    const folder = this.#plans.folders.find(({ uri }) => uri.toString() === this.#asked?.plan);
    const snapshot = folder?.snapshot;
    const path = this.#asked?.path ?? '';
    const document = snapshot?.plan.documentAt(path);
    return folder && snapshot && document && { folder, path, snapshot, document };
  }

  async #hear(message: FromPage): Promise<void> {
    const found = this.#found();
    if (message.type !== 'save-shown' || !found) return;
    const { saveReport } = await import('./report-content.ts');
    await saveReport(found, titleOf(found.document));
  }
}

const titleOf = ({ items, body }: ParsedDocument): string =>
  items[0]?.title ?? body.headings[0]?.text ?? 'Status report';
