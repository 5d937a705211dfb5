import assert from 'node:assert/strict';
import { Log } from '../../src/vscode/log.ts';
import type { PlanFolder } from '../../src/vscode/plans/plan-folder.ts';
import type { Plans } from '../../src/vscode/plans/plans.ts';
import { MemoryFiles } from '../../src/workspace/memory-files.ts';
import { PlanService } from '../../src/workspace/plan-service.ts';
import type { Host } from '../../src/workspace/slices.ts';
import { EventEmitter, Uri } from './vscode-stub.ts';

/** A live block that holds whatever milestones there are, as of the day of the plan. */
const BLOCK = '---\ntype: register\n---\n\n<!-- milepost risks -->\n\nNo risks.\n\n<!-- /milepost 2026-11-21 -->\n';

/**
 * A plan in the editor whose live blocks are compared only in the first pause of who shows it. They hold: then the
 * finished snapshot takes the place of the draft, and nobody is told.
 */
export class DraftedPlan {
  readonly service: PlanService;
  readonly plans: Plans;
  readonly log = new Log({ info: () => {}, error: assert.fail } as unknown as ConstructorParameters<typeof Log>[0]);
  /** Whether each snapshot that was published was a draft. */
  readonly published: boolean[] = [];
  #compare = (): void => {};
  #isAwaited = false;

  constructor(files: Readonly<Record<string, string>>) {
    let mayCompare = Promise.resolve();
    this.service = new PlanService({
      files: new MemoryFiles({ ...files, 'block.md': BLOCK }),
      host: slow(() => mayCompare),
      decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
      rootName: 'plan',
      today: 20_778,
    });
    const { service } = this;
    const folder = {
      get snapshot() {
        return service.snapshot;
      },
      uriOf: (path: string) => new Uri(`/plan/${path}`),
    } as unknown as PlanFolder;
    const changed = new EventEmitter<PlanFolder>();
    this.plans = {
      folders: [folder],
      onDidChange: changed.event,
      onDidChangeFolders: new EventEmitter<readonly PlanFolder[]>().event,
      at: ({ path }: Uri) => ({ folder, path: path.slice('/plan/'.length) }),
    } as unknown as Plans;
    service.onSnapshot(({ isDraft }) => {
      this.published.push(isDraft);
      if (!this.#isAwaited) {
        mayCompare = new Promise((resolve) => {
          this.#compare = resolve;
        });
      }
      changed.fire(folder);
    });
  }

  /** The host of who shows the plan: each step takes long, and in each pause all else is done that waits. */
  readonly host = slow(() => this.settled());

  async settled(): Promise<void> {
    this.#isAwaited = true;
    this.#compare();
    const { isDraft } = await this.service.settled();
    this.#isAwaited = false;
    assert.equal(isDraft, false);
  }
}

/** A host on which nothing is done in a moment. */
function slow(pause: () => Promise<void>): Host {
  let time = 0;
  return { now: () => (time += 10), pause };
}
