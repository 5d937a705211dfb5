import { syncPlan } from '../core/blocks/sync-plan.ts';
import { NO_CONFIGURATION } from '../core/config/configuration.ts';
import type { IncomingPlan } from '../core/import/incoming.ts';
import { type PlanFiles, planFiles } from '../core/import/write/plan-files.ts';
import type { Day } from '../core/model/values/day.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { NewFile } from '../core/scaffold/first-plan.ts';
import { buildSnapshot } from './build.ts';
import type { Snapshot } from './snapshot.ts';

/** A plan that has come in: its files, and what Milepost makes of them before any is written. */
export interface ImportedPlan extends PlanFiles {
  readonly snapshot: Snapshot;
}

/** Where a plan that comes in is to lie, in another one. */
export interface ImportPlace {
  /** The plan that is there already. */
  readonly plan: Plan;
  /** The new folder, below the root of that plan. */
  readonly folder: string;
}

/**
 * Writes what came in as the files of a plan, with its live blocks as of a day. Pauses where a host may do something else.
 * @param place where it is to lie: blocks depend on the calendar that holds there, and on the other programs
 */
export function* importPlan(incoming: IncomingPlan, today: Day, place?: ImportPlace): Generator<void, ImportedPlan> {
  const made = planFiles(incoming);
  yield;
  const drafted = yield* snapshotOf(made.files, today, place);
  const pathIn = (path: string): string => (place ? `${place.folder}/${path}` : path);
  const own = new Set(made.files.map(({ path }) => pathIn(path)));
  const synced = yield* syncPlan(drafted, (path) => own.has(path));
  const texts = new Map(synced.map(({ path, after }) => [path, after]));
  const files = made.files.map((file) => ({ ...file, text: texts.get(pathIn(file.path)) ?? file.text }));
  return { ...made, files, snapshot: yield* snapshotOf(files, today, place) };
}

function* snapshotOf(files: readonly NewFile[], today: Day, place?: ImportPlace): Generator<void, Snapshot> {
  const around = place?.plan.parts.input;
  const { configuration, rootName } = around ?? { configuration: NO_CONFIGURATION, rootName: 'plan' };
  const paths = new Map(files.map(({ path, text }) => [place ? `${place.folder}/${path}` : path, text]));
  const documents = [...paths].flatMap(
    ([path, text]) => parseDocument(path, text, { ...configuration.config, rootName }) ?? [],
  );
  return yield* buildSnapshot({
    ...{ revision: 1, complete: true, touched: undefined, today, configuration, rootName, partial: false },
    documents: [...(place?.plan.documents ?? []).filter(({ path }) => !paths.has(path)), ...documents],
    valueFiles: around?.valueFiles,
    hasFile: (path) => paths.has(path) || (around?.hasFile(path) ?? false),
    hasFileNamed: (name) => around?.hasFileNamed(name) ?? false,
  });
}
