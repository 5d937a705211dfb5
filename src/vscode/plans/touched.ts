import * as vscode from 'vscode';
import type { LineDates } from '../../git/line-dates.ts';
import type { Missing } from '../../git/missing.ts';
import type { History } from '../../git/read-history.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import type { PlatformGit } from '../platform.ts';
import { gitOf } from './git-of.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { Plans } from './plans.ts';

/** A rebase moves the head many times. */
const WAIT_MS = 300;

/** What is known of the history of one plan, and what is being read of it. */
interface Known {
  history: History | undefined;
  reading: AbortController | undefined;
  watcher: vscode.Disposable | undefined;
  /** What was logged last. */
  said: string | undefined;
}

/**
 * Tells the plans when their items were changed last, as far as git knows: in the background, once a plan has been read,
 * and again after a commit, or whatever else moves the head. Only on a disk, and only in a folder that is trusted: git
 * listens to what is in there.
 */
export class Touched implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #git: PlatformGit;
  /** Where to keep what was found. */
  readonly #storage: vscode.Uri;
  readonly #log: Log;
  readonly #known = new Map<PlanFolder, Known>();
  readonly #soon: Coalesced;
  readonly #subscriptions: vscode.Disposable[];
  /** The last of what is being read: one plan after another, however many there are. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(plans: Plans, git: PlatformGit, storage: vscode.Uri, log: Log) {
    this.#plans = plans;
    this.#git = git;
    this.#storage = storage;
    this.#log = log;
    this.#soon = new Coalesced('reading the history again', WAIT_MS, log, () => this.#readAll());
    this.#subscriptions = [
      this.#soon,
      plans.onDidChange(log.listener('reading the history', (folder) => this.#know(folder))),
      plans.onDidChangeFolders(log.listener('forgetting the history', (gone) => this.#forget(gone))),
      vscode.workspace.onDidGrantWorkspaceTrust(log.listener('reading the history', () => this.#knowAll())),
      // Where nothing is watched, or nothing was to be watched yet.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#soon.call()),
    ];
  }

  /** The plans whose history is asked for: those that have been read, in folders that are trusted. */
  get folders(): readonly PlanFolder[] {
    return [...this.#known.keys()];
  }

  /** The commit of which the history of a plan has been read; undefined where there is none, or not yet. */
  headOf(folder: PlanFolder): string | undefined {
    return this.#known.get(folder)?.history?.dates?.head;
  }

  /** When the lines of a plan were changed last; undefined where nobody knows, or not yet. */
  datesOf(folder: PlanFolder): LineDates | undefined {
    return this.#known.get(folder)?.history?.dates;
  }

  /** What is missing, so that nobody knows when lines were changed; undefined where they do, or not yet. */
  missingOf(folder: PlanFolder): Missing | undefined {
    const history = this.#known.get(folder)?.history;
    return history && !history.dates ? history.missing : undefined;
  }

  dispose(): void {
    this.#forget([...this.#known.keys()]);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #knowAll(): void {
    for (const folder of this.#plans.folders) this.#know(folder);
  }

  /** Reads the history of a plan that has just been read itself. */
  #know(folder: PlanFolder): void {
    if (this.#known.has(folder) || !folder.snapshot?.complete) return;
    if ('reason' in gitOf(folder, this.#git)) return;
    const known: Known = { history: undefined, reading: undefined, watcher: undefined, said: undefined };
    this.#known.set(folder, known);
    void this.#log.isolate(`reading the history of ${folder.name}`, () => this.#read(folder, known), undefined);
  }

  #readAll(): void {
    for (const [folder, known] of this.#known) {
      void this.#log.isolate(`reading the history of ${folder.name}`, () => this.#read(folder, known), undefined);
    }
  }

  #forget(folders: readonly PlanFolder[]): void {
    for (const folder of folders) {
      const known = this.#known.get(folder);
      this.#known.delete(folder);
      known?.reading?.abort();
      known?.watcher?.dispose();
    }
  }

  async #read(folder: PlanFolder, known: Known): Promise<void> {
    known.reading?.abort();
    const reading = new AbortController();
    known.reading = reading;
    const root = folder.uri.fsPath;
    try {
      const { history: earlier } = known;
      const cacheFolder = vscode.Uri.joinPath(this.#storage, 'history').fsPath;
      const title = `Milepost: reading the history of ${folder.name}`;
      const history = await this.#inTurn(() =>
        vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
          this.#git.readHistory({ root, cacheFolder, earlier, signal: reading.signal }),
        ),
      );
      if (reading.signal.aborted) return;
      if (history !== earlier) {
        known.history = history;
        folder.service.setTouched(history.dates && this.#git.touchedBy(history.dates));
        this.#say(folder, known, history);
      }
      if (!known.watcher) await this.#watch(root, known, reading.signal);
    } catch (error) {
      if (!reading.signal.aborted) throw error;
    } finally {
      if (known.reading === reading) known.reading = undefined;
    }
  }

  #inTurn<T>(read: () => Thenable<T>): Promise<T> {
    const result = this.#turn.then(read);
    this.#turn = result.catch(() => {});
    return result;
  }

  /** Watches where git notes each move of the head: a commit, a branch that is switched to, a pull. */
  async #watch(root: string, known: Known, signal: AbortSignal): Promise<void> {
    const { missing } = known.history as History;
    if (missing?.reason === 'no-git' || missing?.reason === 'no-repository') return;
    const folder = await this.#git.gitFolderOf(root);
    if (folder === undefined || signal.aborted) return;
    const logs = vscode.Uri.joinPath(vscode.Uri.file(folder), 'logs');
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(logs, 'HEAD'));
    watcher.onDidChange(this.#soon.call);
    watcher.onDidCreate(this.#soon.call);
    known.watcher = watcher;
    // It may have moved since it was asked.
    this.#soon.call();
  }

  #say({ name }: PlanFolder, known: Known, { missing }: History): void {
    const text = missing && `When items of ${name} were changed is not known from git: ${missing.text}`;
    if (text !== undefined && text !== known.said) this.#log.info(text);
    known.said = text;
  }
}
