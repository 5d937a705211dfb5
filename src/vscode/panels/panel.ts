import * as vscode from 'vscode';
import { type FromPage, readMessage, type ToPage } from '../../webview/protocol.ts';
import type { Log } from '../log.ts';
import { type PageName, pageOptions, webviewHtml } from './page.ts';

/** What a panel is, and who looks after what is in it. */
export interface PanelOptions {
  /** What the editor stores it under. */
  readonly viewType: string;
  readonly page: PageName;
  readonly title: string;
  /** The page can take messages: it is new, or has come back from behind another tab. */
  readonly onReady: () => unknown;
  /** Only what the protocol has; the rest never gets here. */
  readonly onMessage: (message: FromPage) => unknown;
  /** It was there before the window was loaded again. */
  readonly onRestore: (state: unknown) => void;
  /** Nobody can see it. */
  readonly onHide: () => void;
  /** It was closed. */
  readonly onClose: () => void;
}

/**
 * One webview beside the editor: made when it is asked for, made again when the window is loaded again. A page that
 * nobody sees is given up by the editor, and begins anew when it is shown; so nothing is told to it, and nothing need be
 * computed for it, before it says that it is ready.
 */
export class Panel implements vscode.Disposable {
  readonly #options: PanelOptions;
  readonly #extension: vscode.Uri;
  readonly #log: Log;
  readonly #serializer: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #isReady = false;

  constructor(extension: vscode.Uri, options: PanelOptions, log: Log) {
    this.#options = options;
    this.#extension = extension;
    this.#log = log;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(options.viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const other = this.#panel;
        this.#panel = undefined;
        other?.dispose();
        options.onRestore(state);
        this.#adopt(panel);
      },
    });
  }

  /** Whether somebody can see it, and its page listens. */
  get isReady(): boolean {
    return this.#isReady;
  }
  get isOpen(): boolean {
    return this.#panel !== undefined;
  }
  /** The column that it is in. */
  get viewColumn(): vscode.ViewColumn | undefined {
    return this.#panel?.viewColumn;
  }
  get webview(): vscode.Webview | undefined {
    return this.#panel?.webview;
  }

  /** Brings it to the front; beside the editor, where it was not open yet. */
  show(): void {
    // Behind another tab, the editor would leave it there if it were not to take the focus.
    if (this.#panel) this.#panel.reveal(undefined, this.#panel.visible);
    else this.#create(besideActive());
  }

  /** Gives up a page that no longer answers, and begins anew in its place. Nothing less ends a page's script. */
  replace(): void {
    const given = this.#panel;
    const viewColumn = given?.viewColumn ?? besideActive();
    this.#panel = undefined;
    given?.dispose();
    this.#create(viewColumn);
  }

  /** Tells the page, where it listens. */
  post(message: ToPage): void {
    if (this.#isReady) void this.#panel?.webview.postMessage(message);
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #create(viewColumn: vscode.ViewColumn): void {
    const { viewType, title } = this.#options;
    const at = { viewColumn, preserveFocus: true };
    this.#adopt(vscode.window.createWebviewPanel(viewType, title, at, pageOptions(this.#extension)));
  }

  #adopt(panel: vscode.WebviewPanel): void {
    const { page, title, onHide, onClose, onReady, onMessage } = this.#options;
    this.#panel = panel;
    this.#isReady = false;
    panel.title = title;
    panel.iconPath = vscode.Uri.joinPath(this.#extension, 'media', 'icon.png');
    panel.webview.options = pageOptions(this.#extension);
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return;
      this.#panel = undefined;
      this.#hide(() => {
        onHide();
        onClose();
      });
    });
    panel.onDidChangeViewState(() => {
      if (this.#panel === panel && !panel.visible) this.#hide(onHide);
    });
    panel.webview.onDidReceiveMessage(
      this.#log.listener(`a message of ${title}`, (value: unknown) => {
        if (this.#panel !== panel) return undefined;
        const message = readMessage(value);
        if (!message) return this.#log.failure(`a message of ${title}`, new Error('it is none that there is'));
        if (message.type !== 'ready') return onMessage(message);
        this.#isReady = true;
        return onReady();
      }),
    );
    panel.webview.html = webviewHtml(panel.webview, this.#extension, page, title);
  }

  #hide(onHide: () => void): void {
    this.#isReady = false;
    this.#log.isolate<unknown>(`hiding ${this.#options.title}`, onHide, undefined);
  }
}

/** Beside the text that is looked at, which is to stay in sight. */
const besideActive = (): vscode.ViewColumn =>
  vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
