import * as vscode from 'vscode';
import type { BaselineGiven } from '../../core/state/baseline.ts';
import { Coalesced } from '../coalesce.ts';
import type { Log } from '../log.ts';
import type { Platform, PlatformGit } from '../platform.ts';
import { gitOf } from './git-of.ts';
import { ignoreAbove } from './ignore-above.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { Plans } from './plans.ts';

/** What is typed into a configuration is not yet a name. */
const WAIT_MS = 300;

/** What is known of the baseline of one plan, and what is being read of it. */
interface Known {
  /** As the plan calls it. */
  name: string | undefined;
  given: BaselineGiven | undefined;
  reading: AbortController | undefined;
}

/**
 * Gives the plans the baselines that they name, as far as git knows them: in the background, once a plan has been read,
 * again where it names another, and when the editor is come back to, since a tag may have been made. Only on a disk, and
 * only in a folder that is trusted: git listens to what is in there.
 */
export class Baselines implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #git: PlatformGit;
  readonly #platform: Pick<Platform, 'host'>;
  /** Where to keep what was found. */
  readonly #storage: vscode.Uri;
  readonly #log: Log;
  readonly #known = new Map<PlanFolder, Known>();
  readonly #soon: Coalesced;
  readonly #subscriptions: vscode.Disposable[];

  constructor(plans: Plans, git: PlatformGit, platform: Pick<Platform, 'host'>, storage: vscode.Uri, log: Log) {
    this.#plans = plans;
    this.#git = git;
    this.#platform = platform;
    this.#storage = storage;
    this.#log = log;
    this.#soon = new Coalesced('reading baselines', WAIT_MS, log, () => this.#readAll());
    this.#subscriptions = [
      this.#soon,
      plans.onDidChange(log.listener('reading baselines', (folder) => this.#look(folder))),
      plans.onDidChangeFolders(log.listener('forgetting baselines', (gone) => this.#forget(gone))),
      vscode.workspace.onDidGrantWorkspaceTrust(this.#soon.call),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && this.#soon.call()),
    ];
  }

  dispose(): void {
    this.#forget([...this.#known.keys()]);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Reads the baseline of a plan that names one, or another one. */
  #look(folder: PlanFolder): void {
    if (!folder.snapshot?.complete || folder.snapshot.plan.config.baseline === this.#known.get(folder)?.name) return;
    this.#soon.call();
  }

  #readAll(): void {
    for (const folder of this.#plans.folders) {
      void this.#log.isolate(`reading the baseline of ${folder.name}`, () => this.#read(folder), undefined);
    }
  }

  #forget(folders: readonly PlanFolder[]): void {
    for (const folder of folders) {
      this.#known.get(folder)?.reading?.abort();
      this.#known.delete(folder);
    }
  }

  async #read(folder: PlanFolder): Promise<void> {
    if (!folder.snapshot?.complete || 'reason' in gitOf(folder, this.#git)) return;
    const name = folder.snapshot.plan.config.baseline;
    const known = this.#known.get(folder) ?? { name: undefined, given: undefined, reading: undefined };
    this.#known.set(folder, known);
    known.reading?.abort();
    known.name = name;
    if (name === undefined) return this.#give(folder, known, undefined);
    const reading = new AbortController();
    known.reading = reading;
    try {
      const given = await this.#git.readBaseline({
        root: folder.uri.fsPath,
        name,
        cacheFolder: vscode.Uri.joinPath(this.#storage, 'history').fsPath,
        above: await ignoreAbove(folder.uri),
        earlier: known.given,
        host: this.#platform.host,
        signal: reading.signal,
      });
      if (reading.signal.aborted) return;
      if ('reason' in given) this.#log.info(`Drift in ${folder.name} is not known: ${given.text}`);
      this.#give(folder, known, 'reason' in given ? undefined : given);
    } catch (error) {
      if (!reading.signal.aborted) throw error;
    } finally {
      if (known.reading === reading) known.reading = undefined;
    }
  }

  #give(folder: PlanFolder, known: Known, given: BaselineGiven | undefined): void {
    // The same words are no change.
    const isSame = given && known.given && 'why' in given && 'why' in known.given && given.why === known.given.why;
    if (isSame && given.name === known.given?.name) return;
    known.given = given;
    folder.service.setBaseline(given);
  }
}
