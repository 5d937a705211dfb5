import * as vscode from 'vscode';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import type { Entry } from '../../workspace/files.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import type { PlanFolder } from './plan-folder.ts';
import { isMissing } from './workspace-files.ts';

/** A file, and the plan that it belongs to. */
export interface PlanFile {
  readonly folder: PlanFolder;
  /** Relative to the root of the plan. */
  readonly path: string;
}

/** Loads the code that reads plans. */
type LoadEngine = () => Promise<{ readonly PlanFolder: typeof PlanFolder }>;

/**
 * The plans of the workspace. Each workspace folder is the root of one, and so is each folder below with a
 * `milepost.yaml` of its own; these are found while the folders above are read. A file belongs to the nearest root.
 */
export class Plans implements vscode.Disposable {
  readonly #clock: Clock;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<PlanFolder>();
  readonly #progressed = new vscode.EventEmitter<PlanFolder>();
  readonly #foldersChanged = new vscode.EventEmitter<readonly PlanFolder[]>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #folders = new Map<string, PlanFolder>();
  /** What makes a plan of a folder, once it is loaded: then reading begins. */
  #PlanFolder: typeof PlanFolder | undefined;
  readonly #load: LoadEngine;
  #isDisposed = false;

  /** A plan has a new snapshot. */
  readonly onDidChange = this.#changed.event;
  /** Reading a plan has come further. */
  readonly onDidProgress = this.#progressed.event;
  /** Plans have come or gone; those that have gone are given. */
  readonly onDidChangeFolders = this.#foldersChanged.event;

  /** @param load gives the code that reads plans */
  constructor(clock: Clock, platform: Platform, log: Log, load: LoadEngine = () => import('../plan-engine.ts')) {
    this.#clock = clock;
    this.#platform = platform;
    this.#log = log;
    this.#load = load;
    this.#subscriptions = [
      this.#changed,
      this.#progressed,
      this.#foldersChanged,
      clock.onDidChange((today) => {
        for (const folder of this.folders) folder.service.setToday(today);
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(
        log.listener('changing workspace folders', () => this.#syncWorkspaceFolders()),
      ),
    ];
  }

  /** In the order of their addresses. */
  get folders(): readonly PlanFolder[] {
    return [...this.#folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, folder]) => folder);
  }

  /** Whether everything has been read. Without a folder there is nothing to read. */
  get isComplete(): boolean {
    return this.#PlanFolder !== undefined && this.folders.every((folder) => folder.snapshot?.complete);
  }

  /** Whether there is anything that is part of a plan. */
  get hasPlan(): boolean {
    return this.folders.some((folder) => (folder.snapshot?.plan.documents.length ?? 0) > 0);
  }

  /** The plan that a file or folder belongs to. */
  at(uri: vscode.Uri): PlanFile | undefined {
    let found: PlanFile | undefined;
    for (const folder of this.#folders.values()) {
      const path = folder.pathOf(uri);
      if (path !== undefined && (!found || path.length < found.path.length)) found = { folder, path };
    }
    return found;
  }

  /** Begins to read, with the code that does, which is loaded now. Nothing is read before. */
  async start(): Promise<void> {
    this.#PlanFolder ??= (await this.#load()).PlanFolder;
    // The window may be closed by the time that it is loaded: nobody would end what is begun then.
    if (this.#isDisposed) return;
    this.#syncWorkspaceFolders();
    // Without a folder nothing comes, which is worth knowing as well.
    this.#foldersChanged.fire([]);
  }

  /** Forgets everything, and reads it again. */
  async restart(): Promise<void> {
    this.#remove([...this.#folders.values()]);
    await this.start();
  }

  /** Files or folders may have come, changed or gone. */
  touch(uris: Iterable<vscode.Uri>): void {
    const paths = new Map<PlanFolder, string[]>();
    for (const uri of uris) {
      const file = this.at(uri);
      if (!file) continue;
      const known = paths.get(file.folder);
      if (known) known.push(file.path);
      else paths.set(file.folder, [file.path]);
      this.#checkRoots(uri);
      // Its rules also hold for the plans below.
      if (uri.path.endsWith('/.gitignore')) this.#listBelow(uri);
    }
    for (const [folder, touched] of paths) folder.service.touch(touched);
  }

  /** Resolves once everything that is known by now has been read. Who asks before reading has begun has it begin. */
  async settled(): Promise<void> {
    if (!this.#PlanFolder) await this.start();
    let folders: readonly PlanFolder[];
    do {
      folders = this.folders;
      await Promise.all(folders.map((folder) => folder.service.settled()));
      // Reading may have found the roots of more plans.
    } while (folders.length !== this.folders.length);
  }

  /** Whether nothing is read any more. */
  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const folder of this.#folders.values()) folder.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #syncWorkspaceFolders(): void {
    const wanted = vscode.workspace.workspaceFolders ?? [];
    // Plans that were found below a folder are found again where it, or another that holds them, is still open.
    this.#remove([...this.#folders.values()].filter((folder) => !isWorkspaceFolder(folder.uri)));
    for (const folder of this.#folders.values()) folder.service.touch(['']);
    for (const { uri, name } of wanted) this.#add(uri, name);
  }

  #add(uri: vscode.Uri, name: string): void {
    const key = uri.toString();
    if (!this.#PlanFolder || this.#folders.has(key)) return;
    const folder = new this.#PlanFolder(uri, name, this.#clock.today, this.#platform, this.#log, {
      isOtherRoot: (below, entries) => this.#folders.get(key) === folder && this.#isOtherRoot(below, entries),
      isElsewhere: (file) => this.at(file)?.folder !== folder,
      onListed: (above, mayBeInOther) => this.#folders.get(key) === above && this.#forgetBelow(above, mayBeInOther),
      onSnapshot: () => this.#folders.get(key) === folder && this.#changed.fire(folder),
      onProgress: () => this.#progressed.fire(folder),
    });
    this.#folders.set(key, folder);
    this.#foldersChanged.fire([]);
    void this.#log.isolate<unknown>(`reading ${name}`, () => folder.service.settled(), undefined);
  }

  #isOtherRoot(folder: vscode.Uri, entries: readonly Entry[]): boolean {
    if (isWorkspaceFolder(folder)) return true;
    if (!entries.some((entry) => entry.name === CONFIG_NAME && entry.kind === 'file')) return false;
    this.#add(folder, folder.path.replace(/^.*\//, ''));
    return true;
  }

  /** Forgets the plans below one that it no longer leads to: a `.gitignore` may leave out their folders by now. */
  #forgetBelow(above: PlanFolder, mayBeInOther: (path: string) => boolean): void {
    const gone = new Set([above]);
    // Those around others come first; what lies in another plan is that one's to lead to.
    for (const folder of this.folders.toSorted((a, b) => a.uri.path.length - b.uri.path.length)) {
      const path = above.pathOf(folder.uri);
      if (!path || mayBeInOther(path) || isWorkspaceFolder(folder.uri)) continue;
      const around = this.at(vscode.Uri.joinPath(folder.uri, '..'))?.folder;
      if (around && gone.has(around)) gone.add(folder);
    }
    gone.delete(above);
    this.#remove([...gone]);
  }

  #remove(folders: readonly PlanFolder[]): void {
    if (folders.length === 0) return;
    for (const folder of folders) {
      this.#folders.delete(folder.uri.toString());
      folder.dispose();
    }
    this.#foldersChanged.fire(folders);
  }

  /** Has the plans whose roots lie below the folder of a file list their files again. */
  #listBelow(file: vscode.Uri): void {
    const prefix = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    for (const { uri, service } of this.#folders.values()) {
      const isBelow = uri.scheme === file.scheme && uri.authority === file.authority && uri.path.startsWith(prefix);
      if (isBelow) service.touch(['']);
    }
  }

  /** Looks after the roots that stand or fall with a file or folder that was touched. */
  #checkRoots(touched: vscode.Uri): void {
    for (const folder of this.#folders.values()) {
      if (isWorkspaceFolder(folder.uri)) continue;
      const config = folder.uriOf(CONFIG_NAME);
      if (config.path !== touched.path && !config.path.startsWith(`${touched.path}/`)) continue;
      void this.#log.isolate(`looking for ${CONFIG_NAME}`, () => this.#checkRoot(folder, config), undefined);
    }
  }

  /** A folder without a `milepost.yaml` is part of the plan above it again. */
  async #checkRoot(folder: PlanFolder, config: vscode.Uri): Promise<void> {
    try {
      await vscode.workspace.fs.stat(config);
    } catch (error) {
      if (!isMissing(error) || this.#folders.get(folder.uri.toString()) !== folder) return;
      this.#remove([folder]);
      const above = this.at(folder.uri);
      above?.folder.service.touch([above.path]);
    }
  }
}

const isWorkspaceFolder = (uri: vscode.Uri): boolean =>
  vscode.workspace.workspaceFolders?.some((folder) => folder.uri.toString() === uri.toString()) ?? false;
