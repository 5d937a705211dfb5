import * as vscode from 'vscode';
import type { Day } from '../../core/model/values/day.ts';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import type { Entry } from '../../workspace/files.ts';
import { PlanService } from '../../workspace/plan-service.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform.ts';
import { ignoreAbove } from './ignore-above.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** What a plan tells those who look after all of them. */
export interface PlanFolderEvents {
  /** Whether a folder is the root of another plan, by what is in it. */
  readonly isOtherRoot: (folder: vscode.Uri, entries: readonly Entry[]) => boolean;
  /** Whether a file is another plan's. */
  readonly isElsewhere: (file: vscode.Uri) => boolean;
  /** Its files have been listed: which folders below are in other plans, as far as could be looked. */
  readonly onListed: (folder: PlanFolder, mayBeInOther: (path: string) => boolean) => void;
  readonly onSnapshot: (folder: PlanFolder) => void;
  readonly onProgress: (folder: PlanFolder) => void;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** One plan: its root folder, and the service that keeps its snapshot. */
export class PlanFolder implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly name: string;
  readonly service: PlanService;
  /** How far reading has come; undefined while nothing is read. */
  progress: { readonly done: number; readonly total: number } | undefined;
  readonly #prefix: string;

  constructor(uri: vscode.Uri, name: string, today: Day, platform: Platform, log: Log, events: PlanFolderEvents) {
    this.uri = uri;
    this.name = name;
    this.#prefix = `${uri.path.replace(/\/$/, '')}/`;
    this.service = new PlanService({
      files: new WorkspaceFiles(uri, {
        isOtherRoot: (folder, entries) => events.isOtherRoot(this.uriOf(folder), entries),
        isElsewhere: (path) => events.isElsewhere(this.uriOf(path)),
      }),
      host: platform.host,
      decodeUtf8: (bytes) => decoder.decode(bytes),
      rootName: name,
      today,
      configPath: CONFIG_NAME,
      above: () => ignoreAbove(uri),
      onError: (path, error) => log.failure('could not read', error, this.uriOf(path).toString()),
      onFailure: (what, error) => log.failure(what, error, name),
      onListed: (mayBeInOther) => events.onListed(this, mayBeInOther),
      onProgress: (done, total) => {
        this.progress = done < total ? { done, total } : undefined;
        events.onProgress(this);
      },
    });
    this.service.onSnapshot(log.listener(`showing the plan of ${name}`, () => events.onSnapshot(this)));
  }

  /** The newest snapshot; undefined before the first. */
  get snapshot(): Snapshot | undefined {
    return this.service.snapshot;
  }

  /** Where a file of the plan is. */
  uriOf(path: string): vscode.Uri {
    return path === '' || path === '.' ? this.uri : vscode.Uri.joinPath(this.uri, path);
  }

  /** The path of a file or folder below the root; the root's is empty; undefined outside. */
  pathOf(uri: vscode.Uri): string | undefined {
    if (uri.scheme !== this.uri.scheme || uri.authority !== this.uri.authority) return undefined;
    if (uri.path.startsWith(this.#prefix)) return uri.path.slice(this.#prefix.length);
    return `${uri.path}/` === this.#prefix ? '' : undefined;
  }

  dispose(): void {
    this.service.dispose();
  }
}
