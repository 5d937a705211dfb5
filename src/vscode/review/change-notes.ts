import * as vscode from 'vscode';
import type { ItemChange } from '../../core/diff/plan-diff.ts';
import { changesByFile } from '../../core/views/diff/by-file.ts';
import { lineNotes } from '../../core/views/diff/line-notes.ts';
import { sinceBaseline } from '../../core/views/diff/move-text.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import { isSameText, sourceIn } from '../plans/current-plan.ts';
import type { Histories } from '../plans/histories.ts';
import { onSetting, settings } from '../settings.ts';
import type { PlanReview } from './plan-review.ts';

const REFRESH_MS = 80;

/** Each note is a style of its own in the window: none is made that nobody sees, but for some lines of scrolling. */
const AROUND = 60;

/** Says behind the lines of documents what was there before, and where dates went, while somebody reviews that. */
export class ChangeNotes implements vscode.Disposable {
  readonly #review: PlanReview;
  readonly #histories: Histories | undefined;
  readonly #style = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  readonly #subscriptions: { dispose(): unknown }[];
  #changes: ReadonlyMap<string, readonly ItemChange[]> = new Map();

  /** @param histories tells how due dates have moved before; without git, nothing does */
  constructor(review: PlanReview, histories: Histories | undefined, log: Log) {
    this.#review = review;
    this.#histories = histories;
    const show = new Coalesced('showing what was before', REFRESH_MS, log, () => this.#showAll());
    const failed = (error: unknown): void => log.failure('reading how dates have moved', error);
    const follow = (): void => {
      if (review.reviewed) show.call();
    };
    this.#subscriptions = [
      this.#style,
      show,
      review.onDidChange(
        log.listener('showing what was before', (reviewed) => {
          this.#changes = reviewed ? changesByFile(reviewed.diff) : new Map();
          this.#showAll();
          // Read once for each head: what is missing there is told where somebody asks for it.
          if (reviewed && settings.reviewLines) histories?.read(reviewed.folder).catch(failed);
        }),
      ),
      ...(histories ? [histories.onDidChange(follow)] : []),
      vscode.window.onDidChangeVisibleTextEditors(follow),
      vscode.window.onDidChangeTextEditorVisibleRanges(follow),
      onSetting(['review.lineNotes'], show.call),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** What is said behind the lines of an editor that it shows: `3: was 20 Nov`. */
  notesOf(editor: vscode.TextEditor): readonly vscode.DecorationOptions[] | undefined {
    const { reviewed } = this.#review;
    const { document, visibleRanges } = editor;
    if (!reviewed || !settings.reviewLines) return [];
    const path = reviewed.folder.pathOf(document.uri);
    const changes = path === undefined ? undefined : this.#changes.get(path);
    if (path === undefined || !changes) return [];
    // What has been typed since moves along with the text, until it has been compared.
    if (!isSameText(sourceIn(reviewed.now, path)?.text, document.getText())) return undefined;
    const isSeen = ({ line }: { readonly line: number }): boolean =>
      visibleRanges.some(({ start, end }) => line >= start.line - AROUND && line <= end.line + AROUND);
    const { today, state } = reviewed.now;
    return lineNotes(changes, today, {
      due: (item) => this.#histories?.summaryOf(reviewed.folder, item) ?? '',
      own: (item) => sinceBaseline(item, state),
    })
      .filter(isSeen)
      .map(({ line, text }) => ({
        range: new vscode.Range(document.lineAt(line).range.end, document.lineAt(line).range.end),
        renderOptions: { after: { contentText: text } },
      }));
  }

  #showAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const notes = this.notesOf(editor);
      if (notes) editor.setDecorations(this.#style, [...notes]);
    }
  }
}
