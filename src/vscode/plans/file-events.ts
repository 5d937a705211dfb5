import * as vscode from 'vscode';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import { isValueFile } from '../../workspace/value-file.ts';
import type { Log } from '../log.ts';
import { isLeftOut, isMarkdown, planFileOf } from './plan-documents.ts';
import type { Plans } from './plans.ts';
import { foldersOf, UnwatchedFolders } from './unwatched-folders.ts';

/** Events are gathered until none has come for so long, and never for longer than the second number. */
const QUIET_MS = 60;
const LONGEST_MS = 1000;

/** Tells the plans of what happens to files outside of open editors: a branch switch is one change, not ten thousand. */
export class FileEvents implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #subscriptions: vscode.Disposable[];
  readonly #gathered = new Map<string, vscode.Uri>();
  readonly #unwatched: UnwatchedFolders;
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
    this.#unwatched = new UnwatchedFolders(plans, log, {
      isOfInterest: (file) => this.#isOfInterest(file),
      note: (uri) => this.#noteAny(uri),
    });
    // Of a folder that goes there is one event, with its own name: a pattern for Markdown files would not see it.
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    const { workspace } = vscode;
    this.#subscriptions = [
      watcher,
      watcher.onDidChange((uri) => {
        this.#noteFile(uri);
        // A folder that went and came again within a moment has changed.
        this.#noteFolder(uri);
      }),
      watcher.onDidCreate((uri) => {
        this.#noteAny(uri);
        this.#noteFolder(uri);
      }),
      watcher.onDidDelete((uri) => this.#noteAny(uri)),
      // What is done in the editor itself is known at once, and also where a file system watches nothing.
      workspace.onDidCreateFiles(({ files }) => this.#noteAll(files)),
      workspace.onDidDeleteFiles(({ files }) => this.#noteAll(files)),
      // A watcher may miss what happens, on a busy machine or where a setting excludes a folder.
      workspace.onDidOpenTextDocument(log.listener('looking at a document', (document) => this.#noteUnknown(document))),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#unwatched.noteAll()),
      workspace.onDidRenameFiles(({ files }) => this.#noteAll(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]))),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#unwatched.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** A file that has another content now. */
  #noteFile(uri: vscode.Uri): void {
    if (this.#isOfInterest(uri)) this.#note(uri);
  }

  /** Whether a plan may say something else after the content of a file has changed. */
  #isOfInterest(uri: vscode.Uri): boolean {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    return isMarkdown(name) || name === CONFIG_NAME || name === '.gitignore' || this.#hasValues(uri);
  }

  /** A document that somebody opens, and that a plan does not have as it is read there. */
  #noteUnknown(document: vscode.TextDocument): void {
    const file = planFileOf(document.uri, this.#plans);
    const snapshot = file?.folder.snapshot;
    if (!file || file.path === CONFIG_NAME || !snapshot?.complete || document.isDirty) return;
    const known = snapshot.plan.documentAt(file.path)?.text;
    const text = document.getText();
    // Most Markdown is of no plan, and need not be looked at each time that somebody reads it.
    if (known === undefined ? text.startsWith('---') : known !== text) this.#note(document.uri);
  }

  /** Of files of values those alone are of interest that a metric names. */
  #hasValues(uri: vscode.Uri): boolean {
    const file = isValueFile(uri.path) ? this.#plans.at(uri) : undefined;
    return file?.folder.service.takesValuesFrom(file.path) ?? false;
  }

  /** A file or folder that came or went. */
  #noteAny(uri: vscode.Uri): void {
    // What may be a folder may have documents in it; the folders of documents are known.
    if (mayBeFolder(uri) || isValueFile(uri.path) || this.#holdsDocuments(uri) || this.#isPaper(uri)) this.#note(uri);
    else this.#noteFile(uri);
  }

  /** What may be a folder that has come, or a file of git. */
  #noteFolder(uri: vscode.Uri): void {
    if (isOfGit(uri)) this.#unwatched.noteAll();
    const file = mayBeFolder(uri) ? this.#plans.at(uri) : undefined;
    if (file && !isLeftOut(file.path)) this.#unwatched.add(uri);
  }

  #noteAll(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#noteAny(uri);
  }

  #isPaper(uri: vscode.Uri): boolean {
    const file = this.#plans.at(uri);
    return file?.folder.service.asksFor(file.path) ?? false;
  }

  #holdsDocuments(uri: vscode.Uri): boolean {
    const file = this.#plans.at(uri);
    const snapshot = file?.folder.snapshot;
    return snapshot !== undefined && foldersOf(snapshot).has(file?.path ?? '');
  }

  #note(uri: vscode.Uri): void {
    const file = this.#plans.at(uri);
    if (!file || isLeftOut(file.path)) return;
    const now = Date.now();
    if (this.#gathered.size === 0) this.#since = now;
    this.#gathered.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), Math.min(QUIET_MS, Math.max(0, this.#since + LONGEST_MS - now)));
  }

  #tell(): void {
    const uris = [...this.#gathered.values()];
    this.#gathered.clear();
    this.#log.isolate('reading changed files', () => this.#plans.touch(uris), undefined);
  }
}

/** Whether a path does not end like that of a file. */
const mayBeFolder = ({ path }: vscode.Uri): boolean => !/\.[a-z]\w*$/i.test(path.slice(path.lastIndexOf('/') + 1));

/** Whether a file is written whenever git changes files. */
const isOfGit = ({ path }: vscode.Uri): boolean => /\/\.git\/(?:HEAD|index)$/.test(path);
