import * as vscode from 'vscode';
import { Slices } from '../../workspace/slices.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import { planFileOf } from '../plans/plan-documents.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { NOT_READ, type PreviewContent, sameContent } from './content.ts';
import type { ReadState } from './markdown-it.ts';
import type * as engine from './preview-engine.ts';
import { Visits } from './visits.ts';

/** So long the first drawing of a preview may wait for what the plan says, in milliseconds. */
const AT_FIRST = 8;

/** Previews are drawn again this long after something else is to be seen in them, in milliseconds. */
const WAIT = 60;

/**
 * The editor forgets to draw a preview again that it was about to look at anyway. So it is asked once more where somebody
 * did not come for what is new: this much later, then twice as late each time, since the first preview of a window takes
 * its time to load.
 */
const AGAIN = 500;

/**
 * An editor that is given another page for a preview while it still loads the one before may leave the new one hidden, for
 * good: the end of loading of the first is taken for that of the second. So where that may have happened, pages are drawn
 * once more when none has begun for this long, in milliseconds.
 */
const LOADING = 3000;

/**
 * What previews show of plans. A preview is drawn at once with what is known, or can be in a moment, and again when there is
 * more, or when the plan changes. The editor can only be asked to draw all of them, each from
 * scratch, so it is asked only where there is something new.
 */
export class Previews implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #visits = new Visits<vscode.Uri, PreviewContent | undefined>(undefined);
  readonly #update: Coalesced;
  readonly #subscriptions: vscode.Disposable[];
  /** What reads documents for previews; undefined until it is loaded. */
  #engine: typeof engine | undefined;
  #isUpdating = false;
  #isDisposed = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  /** Runs while pages of previews may be loading. */
  #loading: ReturnType<typeof setTimeout> | undefined;
  #mayBeHidden = false;

  constructor(plans: Plans, platform: Platform, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#log = log;
    this.#update = new Coalesced('updating previews', WAIT, log, () => this.#updateAll());
    this.#subscriptions = [plans.onDidChange(this.#update.call), plans.onDidChangeFolders(this.#update.call)];
  }

  /** Has previews show what the plan says, from now on. */
  begin(loaded: typeof engine): void {
    this.#engine = loaded;
    this.#update.call();
  }

  /** Puts one token in the place of each live block of a text. */
  readonly replaceBlocks = (state: ReadState): void => this.#engine?.replaceBlocks(state);

  /** What is known of a document that is being shown; undefined where no plan has it. */
  readonly contentOf = (document: unknown): PreviewContent | undefined => {
    if (!(document instanceof vscode.Uri)) return undefined;
    const { content, isOutdated } = this.#visits.come(document, () =>
      this.#isOutside(document) ? undefined : this.#atFirst(document),
    );
    if (isOutdated) this.#update.call();
    if (isOutdated && content) this.#beginLoading();
    return content;
  };

  /** What a preview begins with: most documents take a moment only, and need not be drawn again then. */
  #atFirst(uri: vscode.Uri): PreviewContent | undefined {
    const file = planFileOf(uri, this.#plans);
    const snapshot = file?.folder.snapshot;
    const engine = this.#engine;
    if (!file || !engine || !snapshot?.complete) return NOT_READ;
    const compute = () => engine.contentWithin(AT_FIRST, this.#platform.host.now, file.path, snapshot);
    return this.#log.isolate<PreviewContent | undefined>('showing the plan in a preview', compute, NOT_READ);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#update.dispose();
    clearTimeout(this.#again);
    clearTimeout(this.#loading);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #updateAll(): Promise<void> {
    // Whatever has changed meanwhile is looked at afterwards.
    if (this.#isUpdating) return this.#update.call();
    this.#isUpdating = true;
    try {
      const slices = new Slices(this.#platform.host);
      let isAnyNew = false;
      for (const { document, content: earlier } of this.#visits.open) {
        const content = await this.#contentNow(document, earlier, slices);
        const isNew = !sameContent(content, earlier);
        this.#visits.tell(document, content, isNew);
        isAnyNew ||= isNew;
      }
      if (isAnyNew) await this.#refresh(0);
    } finally {
      this.#isUpdating = false;
    }
  }

  async #refresh(time: number): Promise<void> {
    clearTimeout(this.#again);
    if (this.#isDisposed) return;
    this.#mayBeHidden ||= this.#loading !== undefined;
    this.#beginLoading();
    this.#visits.ask();
    const again = this.#log.listener('drawing previews again', () => {
      this.#visits.count();
      return this.#visits.isAnybodyMissed ? this.#refresh(time + 1) : undefined;
    });
    this.#again = setTimeout(again, AGAIN * 2 ** time);
    await vscode.commands.executeCommand('markdown.preview.refresh');
  }

  #beginLoading(): void {
    clearTimeout(this.#loading);
    const loaded = this.#log.listener('drawing previews once more', () => {
      this.#loading = undefined;
      const again = this.#mayBeHidden;
      this.#mayBeHidden = false;
      return again && this.#visits.open.length > 0 ? this.#refresh(0) : undefined;
    });
    this.#loading = setTimeout(loaded, LOADING);
  }

  async #contentNow(
    uri: vscode.Uri,
    earlier: PreviewContent | undefined,
    slices: Slices,
  ): Promise<PreviewContent | undefined> {
    if (this.#isOutside(uri)) return undefined;
    const file = planFileOf(uri, this.#plans);
    const snapshot = file?.folder.snapshot;
    const engine = this.#engine;
    // Until all has been read, there is nothing to say.
    if (!file || !engine || !snapshot?.complete) return earlier;
    const compute = () => engine.previewContent(file.path, snapshot, slices, earlier);
    return this.#log.isolate<PreviewContent | undefined>('showing the plan in a preview', compute, earlier);
  }

  /** Whether no plan has a document, for certain: all that could have it has been read. */
  #isOutside(uri: vscode.Uri): boolean {
    const file = planFileOf(uri, this.#plans);
    if (!file) return this.#plans.isComplete;
    const { snapshot } = file.folder;
    return snapshot?.complete === true && !snapshot.plan.documentAt(file.path);
  }
}
