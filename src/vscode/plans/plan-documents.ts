import * as vscode from 'vscode';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import { isValueFile } from '../../workspace/value-file.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { PlanFile, Plans } from './plans.ts';

/**
 * Keeps the plans up to date with what stands in the editor and not yet in files. A document without unsaved changes
 * is its file: the editor keeps such documents for minutes after they were closed, and even after the file is gone.
 * Only while a plan is being read do all open documents count, so that their findings need not wait for the rest.
 */
export class PlanDocuments implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #subscriptions: vscode.Disposable[];
  /** Documents whose text has been told to a plan. */
  readonly #told = new Map<vscode.TextDocument, PlanFile>();

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    const { workspace } = vscode;
    this.#subscriptions = [
      workspace.onDidOpenTextDocument(log.listener('opening a document', (document) => this.#tell(document))),
      workspace.onDidChangeTextDocument(log.listener('editing a document', ({ document }) => this.#tell(document))),
      workspace.onDidCloseTextDocument(log.listener('closing a document', (document) => this.#forget(document))),
      plans.onDidChangeFolders(log.listener('sorting documents into plans', () => this.#tellAll())),
      plans.onDidChange(log.listener('leaving documents to their files', (folder) => this.#releaseClean(folder))),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Tells each document to the plan that it belongs to now. */
  #tellAll(): void {
    const folders = new Set(this.#plans.folders);
    for (const [document, { folder }] of this.#told) if (!folders.has(folder)) this.#told.delete(document);
    for (const document of vscode.workspace.textDocuments) {
      const now = toldFileOf(document.uri, this.#plans);
      if (this.#told.get(document)?.folder !== now?.folder) this.#tell(document);
    }
  }

  #tell(document: vscode.TextDocument): void {
    const file = toldFileOf(document.uri, this.#plans);
    const counts = file !== undefined && (document.isDirty || !file.folder.snapshot?.complete);
    if (!counts || this.#told.get(document)?.folder !== file.folder) this.#forget(document);
    if (!counts) return;
    this.#told.set(document, file);
    file.folder.service.setOpen(file.path, document.getText());
  }

  #releaseClean(folder: PlanFolder): void {
    if (!folder.snapshot?.complete) return;
    for (const [document, told] of this.#told) {
      if (told.folder === folder && !document.isDirty) this.#forget(document);
    }
  }

  #forget(document: vscode.TextDocument): void {
    const told = this.#told.get(document);
    if (!told) return;
    this.#told.delete(document);
    told.folder.service.setOpen(told.path, undefined);
  }
}

/** The plan that what is typed into a file may change: one that it could be part of, or that has values in it. */
function toldFileOf(uri: vscode.Uri, plans: Plans): PlanFile | undefined {
  const file = isValueFile(uri.path) ? plans.at(uri) : undefined;
  return file && !isLeftOut(file.path) ? file : planFileOf(uri, plans);
}

/** The plan that a file could be part of: a Markdown file outside of hidden folders, or the configuration. */
export function planFileOf(uri: vscode.Uri, plans: Plans): PlanFile | undefined {
  const file = plans.at(uri);
  if (!file || isLeftOut(file.path)) return undefined;
  return file.path === CONFIG_NAME || isMarkdown(file.path) ? file : undefined;
}

/** Whether a path names a Markdown file. */
export const isMarkdown = (path: string): boolean => /\.(?:md|markdown|mdx)$/i.test(path);

/** Whether a path leads through a folder that no plan looks into. */
export const isLeftOut = (path: string): boolean => /(?:^|\/)(?:\.[^/]*|node_modules)\//.test(path);
