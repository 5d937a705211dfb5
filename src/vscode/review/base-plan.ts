import * as vscode from 'vscode';
import type { Configuration } from '../../core/config/configuration.ts';
import type { FilesAt } from '../../git/files-at.ts';
import type { Revisions } from '../../git/revisions.ts';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import { OverlaidFiles } from '../../workspace/overlaid-files.ts';
import { PlanService } from '../../workspace/plan-service.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Log } from '../log.ts';
import { ignoreAbove } from '../plans/ignore-above.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import { WorkspaceFiles } from '../plans/workspace-files.ts';
import type { Platform } from '../platform.ts';

/** While files change, what differs is asked for again; not for ever. */
const MOST_READINGS = 5;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * A plan as it was in a commit, beside the one in the working tree: nothing is checked out. What is the same there is read
 * from its files and parsed once for both; what differs comes from git. Once read it never changes but with the day.
 */
export class BasePlan implements vscode.Disposable {
  readonly #service: PlanService;
  readonly #files: OverlaidFiles;
  readonly #others: readonly string[];

  constructor(folder: PlanFolder, platform: Platform, log: Log) {
    const others = workspaceFoldersBelow(folder);
    const isOther = (path: string): boolean => others.some((other) => path === other || path.startsWith(`${other}/`));
    this.#others = others;
    this.#files = new OverlaidFiles(
      new WorkspaceFiles(folder.uri, { isOtherRoot: (path) => isOther(path), isElsewhere: isOther }),
    );
    this.#service = new PlanService({
      files: this.#files,
      host: platform.host,
      decodeUtf8: (bytes) => decoder.decode(bytes),
      rootName: folder.name,
      today: folder.snapshot?.today ?? 0,
      configPath: CONFIG_NAME,
      above: () => ignoreAbove(folder.uri),
      known: documentsOf(folder),
      onError: (path, error) => log.failure('could not read', error, folder.uriOf(path).toString()),
      onFailure: (what, error) => log.failure(what, error, `${folder.name} as it was`),
    });
  }

  /** Reads the plan of a commit. What is saved meanwhile is not taken for what was there: it differs the next time. */
  async read(revisions: Revisions, commit: string, signal: AbortSignal): Promise<void> {
    let known: FilesAt = new Map();
    for (let reading = 0; reading < MOST_READINGS; reading++) {
      const found = await revisions.filesAt(commit, signal);
      const differing = new Map([...found].filter(([path]) => !this.#isOther(path)));
      if (reading > 0 && [...differing.keys()].every((path) => known.has(path))) return;
      known = new Map([...known, ...differing]);
      this.#service.touch(this.#files.overlay(known));
      await this.#service.settled();
      signal.throwIfAborted();
    }
  }

  /** The plan on the day and with the baseline of another snapshot; and what git says of when items were changed. */
  async on({ today, baseline }: Pick<Snapshot, 'today' | 'baseline'>, touched: Snapshot['touched']): Promise<Snapshot> {
    this.#service.setToday(today);
    this.#service.setBaseline(baseline);
    this.#service.setTouched(touched);
    return this.#service.settled();
  }

  dispose(): void {
    this.#service.dispose();
  }

  #isOther(path: string): boolean {
    return this.#others.some((other) => path.startsWith(`${other}/`));
  }
}

/** The folders of the workspace that lie in that of a plan, and are plans of their own. */
function workspaceFoldersBelow(folder: PlanFolder): readonly string[] {
  return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri }) => folder.pathOf(uri) || []);
}

/** What is parsed already of the plan as it is now, for texts that have not changed. */
const documentsOf = (folder: PlanFolder) => (path: string, text: string, configuration: Configuration) => {
  const plan = folder.snapshot?.plan;
  if (plan?.configuration.source?.text !== configuration.source?.text) return undefined;
  const document = plan?.documentAt(path);
  return document?.text === text ? document : undefined;
};
