import * as vscode from 'vscode';
import type { Since } from '../../core/history/due-moves.ts';
import type { ItemHistory } from '../../core/history/item-history.ts';
import type { Item } from '../../core/plan/item.ts';
import { historySummary } from '../../core/views/history-summary.ts';
import type { PlanHistory } from '../../git/item-history.ts';
import type { Missing } from '../../git/missing.ts';
import type { Platform, PlatformGit } from '../platform.ts';
import { gitOf } from './git-of.ts';
import { ignoreAbove } from './ignore-above.ts';
import type { PlanFolder } from './plan-folder.ts';

/** The history of the items of a plan, as it is committed. */
export interface KnownItems {
  readonly history: PlanHistory;
  /** From when on changes count: from the baseline, where the plan has one. */
  readonly since: Since | undefined;
  /** Whose history is that of an item; undefined of one that is not committed under its id. */
  readonly of: (item: Item) => ItemHistory | undefined;
}

/**
 * What git says of the items of plans: read when somebody asks, and again when the head has moved since. Only on a disk,
 * and only in a folder that is trusted: git listens to what is in there.
 */
export class Histories implements vscode.Disposable {
  readonly #git: PlatformGit | undefined;
  readonly #host: Platform['host'];
  /** Where to keep what was found. */
  readonly #storage: vscode.Uri;
  readonly #known = new WeakMap<PlanFolder, KnownItems>();
  readonly #changed = new vscode.EventEmitter<PlanFolder>();
  readonly #stopped = new AbortController();
  /** The last of what is being read: one plan after another, however many there are. */
  #turn: Promise<unknown> = Promise.resolve();

  /** The history of a plan has been read, or read anew. */
  readonly onDidChange = this.#changed.event;

  constructor({ git, host }: Platform, storage: vscode.Uri) {
    this.#git = git;
    this.#host = host;
    this.#storage = storage;
  }

  dispose(): void {
    this.#stopped.abort();
    this.#changed.dispose();
  }

  /** What is known of a plan without asking anybody. */
  known(folder: PlanFolder): KnownItems | undefined {
    return this.#known.get(folder);
  }

  /** `was 20 Nov, moved 3 times, +41 d since v1`; empty where nothing has moved, or nothing is known yet. */
  summaryOf(folder: PlanFolder, item: Item): string {
    const known = this.#known.get(folder);
    const history = known?.of(item);
    const today = folder.snapshot?.today;
    return history && today !== undefined ? historySummary(item, history, known?.since, today) : '';
  }

  /** The history of a plan as it is now, or what is missing. */
  async read(folder: PlanFolder): Promise<KnownItems | Missing> {
    const git = gitOf(folder, this.#git);
    if ('reason' in git) return git;
    const result = this.#turn.then(() => this.#inSight(folder, () => this.#read(folder, git)));
    this.#turn = result.then(undefined, () => {});
    return result;
  }

  /** The first time takes a while; from then on nobody need be told. */
  #inSight<T>(folder: PlanFolder, read: () => Promise<T>): Thenable<T> {
    if (this.#known.has(folder)) return read();
    const title = `Milepost: reading the history of ${folder.name}`;
    return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, read);
  }

  async #read(folder: PlanFolder, git: PlatformGit): Promise<KnownItems | Missing> {
    const known = this.#known.get(folder);
    const { signal } = this.#stopped;
    const history = await git.readItemHistory({
      root: folder.uri.fsPath,
      cacheFolder: vscode.Uri.joinPath(this.#storage, 'history').fsPath,
      above: await ignoreAbove(folder.uri),
      earlier: known?.history,
      host: this.#host,
      signal,
    });
    if ('reason' in history) return history;
    const baseline = folder.snapshot?.plan.config.baseline;
    const since = baseline === undefined ? undefined : await git.sinceRevision(history.repository, baseline, signal);
    if (known?.history === history && isSameTime(known.since, since)) return known;
    const found = { history, since, of: finder(history) };
    this.#known.set(folder, found);
    this.#changed.fire(folder);
    return found;
  }
}

const isSameTime = (a: Since | undefined, b: Since | undefined): boolean =>
  a?.name === b?.name && a?.commit === b?.commit;

/** Finds the history of an item by its id, and of several that share one by their files. */
function finder({ items }: PlanHistory): KnownItems['of'] {
  const byKey = new Map<string, ItemHistory[]>();
  for (const history of items) {
    if (history.isGone) continue;
    const name = `${history.facts.type}\n${history.key}`;
    byKey.set(name, [...(byKey.get(name) ?? []), history]);
  }
  return ({ type, key, document }) => {
    const found = byKey.get(`${type.name}\n${key}`);
    return found?.find(({ path }) => path === document.path) ?? found?.[0];
  };
}
