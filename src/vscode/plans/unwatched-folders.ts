import * as vscode from 'vscode';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import type { Plans } from './plans.ts';

/** Between the end of one look and the next; and so many times as long as that look took, within reason. */
const REST_MS = 2000;
const REST_PER_LOOK = 20;
const LONGEST_REST_MS = 10_000;
/** What one look takes in, of folders and files, or little more; the next goes on from there. */
const AT_ONCE = 250;

/** What is done about the files of folders that nobody may be watching. */
export interface Noting {
  /** Whether a change of a file is of interest. */
  readonly isOfInterest: (file: vscode.Uri) => boolean;
  /** A file or folder that may have come, gone or changed. */
  readonly note: (uri: vscode.Uri) => void;
}

/** A folder as it was when it was last looked at. */
interface Seen {
  readonly uri: vscode.Uri;
  /** By the name of each entry: what would differ after a change. */
  readonly entries: ReadonlyMap<string, string>;
}

/**
 * Folders that have come, or come again, while files were watched. On Linux a watcher may miss for good what happens in
 * the folders below one that is written at once, as by a branch switch: it hears of these too late to watch them. So
 * all that lies there is noted when something is known to have happened, and otherwise looked at every now and then.
 */
export class UnwatchedFolders implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #noting: Noting;
  readonly #come = new Map<string, vscode.Uri>();
  /** By the address of each folder that has been looked at. */
  readonly #seen = new Map<string, Seen>();
  /** Folders that are still to be looked at in this round. */
  #round: vscode.Uri[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(plans: Plans, log: Log, noting: Noting) {
    this.#plans = plans;
    this.#log = log;
    this.#noting = noting;
  }

  /** A folder that has come, and that may have others in it. */
  add(uri: vscode.Uri): void {
    this.#come.set(uri.toString(), uri);
    if (this.#timer === undefined) this.#lookIn(REST_MS);
  }

  /** Notes the folders that have others in them: git has done something, or somebody comes back to the window. */
  noteAll(): void {
    for (const uri of this.#come.values()) if (this.#holdsFolders(uri)) this.#noting.note(uri);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #lookIn(rest: number): void {
    if (this.#isDisposed) return;
    this.#timer = setTimeout(async () => {
      const since = Date.now();
      await this.#log.isolate<unknown>('looking at folders that came', () => this.#look(), undefined);
      this.#lookIn(Math.min(LONGEST_REST_MS, Math.max(REST_MS, (Date.now() - since) * REST_PER_LOOK)));
    }, rest);
  }

  async #look(): Promise<void> {
    if (this.#round.length === 0) this.#round = this.#foldersToLookAt();
    for (let looked = 0; looked < AT_ONCE && this.#round.length > 0 && !this.#isDisposed; ) {
      looked += await this.#lookAt(this.#round.pop() as vscode.Uri);
    }
  }

  /** Folders with documents in or below those that have come, and those that had some when they were looked at. */
  #foldersToLookAt(): vscode.Uri[] {
    const found = new Map<string, vscode.Uri>();
    for (const { snapshot, uri: root } of this.#plans.folders) {
      for (const path of snapshot ? foldersOf(snapshot) : []) {
        const uri = vscode.Uri.joinPath(root, path);
        if (this.#hasCome(uri)) found.set(uri.toString(), uri);
      }
    }
    for (const [key, { uri }] of this.#seen) {
      // It may be of a workspace folder that is no longer open.
      if (!this.#plans.at(uri)) this.#seen.delete(key);
      else found.set(key, uri);
    }
    return [...found.values()];
  }

  /** Whether a folder is one that has come, or lies below one. */
  #hasCome(folder: vscode.Uri): boolean {
    for (let key = folder.toString(); key.includes('/'); key = key.slice(0, key.lastIndexOf('/'))) {
      if (this.#come.has(key)) return true;
    }
    return false;
  }

  /** Notes what differs in a folder from when it was last looked at; says how much it looked at. */
  async #lookAt(uri: vscode.Uri): Promise<number> {
    const key = uri.toString();
    const before = this.#seen.get(key)?.entries ?? new Map<string, string>();
    const now = new Map<string, string>();
    const listed = await listOf(uri);
    const asked: Promise<void>[] = [];
    for (const [name, type] of listed ?? []) {
      const entry = vscode.Uri.joinPath(uri, name);
      now.set(name, String(type));
      if (type !== vscode.FileType.File || !this.#noting.isOfInterest(entry)) continue;
      asked.push(stampOf(entry).then((stamp) => void now.set(name, stamp)));
    }
    await Promise.all(asked);
    if (this.#isDisposed) return 0;
    // A folder that is gone need not be looked at again until the plan has documents in it.
    if (listed) this.#seen.set(key, { uri, entries: now });
    else this.#seen.delete(key);
    // A folder may have been read before its files were stamped: whatever is seen for the first time is noted as well.
    for (const name of new Set([...before.keys(), ...now.keys()])) {
      if (before.get(name) !== now.get(name)) this.#noting.note(vscode.Uri.joinPath(uri, name));
    }
    return 1 + asked.length;
  }

  /** Whether documents lie in the folders below one. */
  #holdsFolders(uri: vscode.Uri): boolean {
    const file = this.#plans.at(uri);
    const snapshot = file?.folder.snapshot;
    return snapshot !== undefined && [...foldersOf(snapshot)].some((folder) => folder.startsWith(`${file?.path}/`));
  }
}

/** What lies in a folder; undefined where nobody can tell. */
async function listOf(folder: vscode.Uri): Promise<[string, vscode.FileType][] | undefined> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return undefined;
  }
}

/** What is another after a file has been written. */
async function stampOf(file: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(file);
    return `${mtime} ${size}`;
  } catch {
    return 'gone';
  }
}

const folders = new WeakMap<Snapshot, ReadonlySet<string>>();

/** Every folder with documents of a plan in it, or below it; not its root. */
export function foldersOf(snapshot: Snapshot): ReadonlySet<string> {
  const known = folders.get(snapshot);
  if (known) return known;
  const found = new Set<string>();
  for (const { path } of snapshot.plan.documents) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) found.add(path.slice(0, end));
  }
  folders.set(snapshot, found);
  return found;
}
