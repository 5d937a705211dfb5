import { syncPlan } from '../core/blocks/sync-plan.ts';
import { NO_CONFIGURATION } from '../core/config/configuration.ts';
import type { IncomingPlan } from '../core/import/incoming.ts';
import { type PlanFiles, planFiles } from '../core/import/write/plan-files.ts';
import type { Day } from '../core/model/values/day.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import type { NewFile } from '../core/scaffold/first-plan.ts';
import { buildSnapshot } from './build.ts';
import type { Snapshot } from './snapshot.ts';

/** A plan that has come in: its files, and what Milepost makes of them before any is written. */
export interface ImportedPlan extends PlanFiles {
  readonly snapshot: Snapshot;
}

/** Writes what came in as the files of a plan, with its live blocks as of a day. Pauses where a host may do something else. */
export function* importPlan(incoming: IncomingPlan, today: Day): Generator<void, ImportedPlan> {
  const made = planFiles(incoming);
  yield;
  const drafted = yield* snapshotOf(made.files, today);
  const synced = yield* syncPlan(drafted, () => true);
  const texts = new Map(synced.map(({ path, after }) => [path, after]));
  const files = made.files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { ...made, files, snapshot: yield* snapshotOf(files, today) };
}

function* snapshotOf(files: readonly NewFile[], today: Day): Generator<void, Snapshot> {
  const { config } = NO_CONFIGURATION;
  const paths = new Set(files.map(({ path }) => path));
  return yield* buildSnapshot({
    ...{ revision: 1, complete: true, touched: undefined, today, configuration: NO_CONFIGURATION, rootName: 'plan' },
    documents: files.flatMap(({ path, text }) => parseDocument(path, text, { ...config, rootName: 'plan' }) ?? []),
    ...{ partial: false, hasFile: (path) => paths.has(path), hasFileNamed: () => false },
  });
}
