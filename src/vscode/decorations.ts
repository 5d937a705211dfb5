import * as vscode from 'vscode';
import { type FileMark, fileMarks } from '../core/views/file-marks.ts';
import { type Host, Slices } from '../workspace/slices.ts';
import { saysTheSame } from '../workspace/snapshot.ts';
import { Coalesced } from './coalesce.ts';
import type { Log } from './log.ts';
import type { PlanFolder } from './plans/plan-folder.ts';
import type { Plans } from './plans/plans.ts';
import { onSetting, settings } from './settings.ts';

/** The editor takes no more addresses in one event; without any, it asks for all of them again. */
const MOST_URIS = 250;

/** Marks are looked at now and then; they need not follow each key. */
const REFRESH_MS = 300;

const BADGES = { blocked: 'B', stale: 'S' } as const;

/** Marks files with blocked or stale items wherever the editor lists files. */
export class Decorations implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #plans: Plans;
  readonly #host: Host;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  readonly #subscriptions: { dispose(): unknown }[];
  readonly #marks = new Map<PlanFolder, ReadonlyMap<string, FileMark>>();

  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(plans: Plans, host: Host, log: Log) {
    this.#plans = plans;
    this.#host = host;
    this.#log = log;
    const waiting = new Set<PlanFolder>();
    const later = new Coalesced('marking files', REFRESH_MS, log, async () => {
      const folders = [...waiting];
      waiting.clear();
      for (const folder of folders) await this.#update(folder);
    });
    const update = (folder: PlanFolder): void => {
      waiting.add(folder);
      later.call();
    };
    this.#subscriptions = [
      this.#changed,
      later,
      vscode.window.registerFileDecorationProvider(this),
      plans.onDidChange(update),
      plans.onDidChangeFolders(log.listener('marking files', (removed) => this.#forget(removed))),
      onSetting(['fileDecorations'], () => plans.folders.forEach(update)),
    ];
  }

  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    return this.#log.isolate('marking a file', () => this.#decoration(uri), undefined);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #decoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    const file = this.#plans.at(uri);
    const mark = file && this.#marks.get(file.folder)?.get(file.path);
    // Colours of names are left to what is wrong with files, and to git.
    return mark && new vscode.FileDecoration(BADGES[mark.kind], mark.text);
  }

  async #update(folder: PlanFolder): Promise<void> {
    const { snapshot } = folder;
    if (!snapshot?.complete) return;
    const steps = settings.fileDecorations ? fileMarks(snapshot.plan, snapshot.state) : undefined;
    // A newer snapshot is looked at in its turn.
    const isOld = (): boolean => !saysTheSame(folder.snapshot, snapshot);
    const now = steps ? await new Slices(this.#host).run(steps, isOld) : new Map<string, FileMark>();
    if (!now || !this.#plans.folders.includes(folder)) return;
    const before = this.#marks.get(folder) ?? new Map<string, FileMark>();
    this.#marks.set(folder, now);
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter(
      (path) => before.get(path)?.text !== now.get(path)?.text,
    );
    if (changed.length === 0) return;
    this.#changed.fire(changed.length > MOST_URIS ? undefined : changed.map((path) => folder.uriOf(path)));
  }

  #forget(removed: readonly PlanFolder[]): void {
    if (removed.length === 0) return;
    for (const folder of removed) this.#marks.delete(folder);
    this.#changed.fire(undefined);
  }
}
