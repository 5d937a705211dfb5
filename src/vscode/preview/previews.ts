import * as vscode from 'vscode';
import { Slices } from '../../workspace/slices.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import { planFileOf } from '../plans/plan-documents.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { NO_CONTENT, type PreviewContent, previewContent, sameContent } from './preview-content.ts';

/** How many documents are kept up to date: nobody tells which previews are open. */
const MOST_SHOWN = 6;

/** Previews are drawn again this long after something else is to be seen in them, in milliseconds. */
const WAIT = 60;

/**
 * The editor forgets to draw a preview again that it was about to look at anyway. So it is asked once more where nobody
 * came for what is new: this much later, then twice as late each time, since the first preview of a window takes its time
 * to load; and so often, since for a preview that is closed nobody ever comes.
 */
const AGAIN = 500;
const MOST_TIMES = 6;

/** What is known of a document that is shown, and whether the preview has come for it. */
interface Shown {
  readonly uri: vscode.Uri;
  content: PreviewContent;
  /** How often the preview was asked to come for it, in vain. */
  asked: number;
}

/**
 * What previews show of plans. A preview is drawn at once with what is known, and again when there is more, or when the
 * plan changes: nothing is computed while it is drawn.
 */
export class Previews implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #shown = new Map<string, Shown>();
  readonly #update: Coalesced;
  readonly #changed: vscode.Disposable;
  #isUpdating = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: Plans, platform: Platform, log: Log) {
    this.#plans = plans;
    this.#platform = platform;
    this.#log = log;
    this.#update = new Coalesced('updating previews', WAIT, log, () => this.#updateAll());
    this.#changed = plans.onDidChange(log.listener('looking for previews', (folder) => this.#planChanged(folder)));
  }

  /** What is known of a document that is being shown. */
  readonly contentOf = (document: unknown): PreviewContent | undefined => {
    if (!(document instanceof vscode.Uri)) return undefined;
    const key = document.toString();
    const known = this.#shown.get(key) ?? { uri: document, content: NO_CONTENT, asked: 0 };
    if (!this.#shown.has(key) || isClosed(known)) this.#update.call();
    known.asked = 0;
    // The one that was shown last is the last to be forgotten.
    this.#shown.delete(key);
    this.#shown.set(key, known);
    for (const oldest of this.#shown.keys()) {
      if (this.#shown.size <= MOST_SHOWN) break;
      this.#shown.delete(oldest);
    }
    return known.content;
  };

  dispose(): void {
    this.#update.dispose();
    clearTimeout(this.#again);
    this.#changed.dispose();
  }

  #planChanged(folder: PlanFolder): void {
    const isOfPlan = [...this.#shown.values()].some(({ uri }) => this.#plans.at(uri)?.folder === folder);
    if (isOfPlan) this.#update.call();
  }

  async #updateAll(): Promise<void> {
    // Whatever has changed meanwhile is looked at afterwards.
    if (this.#isUpdating) return this.#update.call();
    this.#isUpdating = true;
    try {
      const slices = new Slices(this.#platform.host);
      let isChanged = false;
      for (const shown of [...this.#shown.values()]) {
        if (isClosed(shown)) continue;
        const content = await this.#contentNow(shown, slices);
        if (!content) continue;
        if (!sameContent(content, shown.content)) {
          shown.asked = Math.max(shown.asked, 1);
          isChanged = true;
        }
        shown.content = content;
      }
      if (isChanged) await this.#refresh(1);
    } finally {
      this.#isUpdating = false;
    }
  }

  async #refresh(time: number): Promise<void> {
    clearTimeout(this.#again);
    await vscode.commands.executeCommand('markdown.preview.refresh');
    if (time >= MOST_TIMES) return;
    const again = this.#log.listener('drawing previews again', () => {
      const waiting = [...this.#shown.values()].filter((shown) => shown.asked > 0 && !isClosed(shown));
      for (const shown of waiting) shown.asked++;
      return waiting.length > 0 ? this.#refresh(time + 1) : undefined;
    });
    this.#again = setTimeout(again, AGAIN * 2 ** (time - 1));
  }

  async #contentNow({ uri, content }: Shown, slices: Slices): Promise<PreviewContent | undefined> {
    const file = planFileOf(uri, this.#plans);
    const snapshot = file?.folder.snapshot;
    // Until all has been read, there is nothing to say.
    if (!file || !snapshot?.complete) return undefined;
    return this.#log.isolate(
      'showing the plan in a preview',
      () => previewContent(file.path, snapshot, slices, content),
      Promise.resolve(undefined) as never,
    );
  }
}

/** Whether nobody comes for what is new: then nothing new is computed until somebody does. */
const isClosed = ({ asked }: Shown): boolean => asked >= MOST_TIMES;
