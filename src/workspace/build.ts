import type { Configuration } from '../core/config/configuration.ts';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { buildPlan } from '../core/plan/plan.ts';
import { runRules } from '../core/rules/run.ts';
import { computeState } from '../core/state/state.ts';
import type { Snapshot } from './snapshot.ts';

/** What a snapshot is made of. */
export interface BuildInput {
  readonly revision: number;
  readonly complete: boolean;
  readonly today: Day;
  readonly documents: readonly ParsedDocument[];
  readonly configuration: Configuration;
  readonly rootName: string;
  readonly hasFile: (path: string) => boolean;
  readonly hasFileNamed: (name: string) => boolean;
  readonly partial: boolean;
  /** Told of a rule that throws; without it, building throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
}

/** Builds the snapshot of a plan, pausing, as a generator, where a host may do something else. */
export function* buildSnapshot(input: BuildInput): Generator<void, Snapshot> {
  const { revision, complete, today, documents, configuration, rootName, hasFile, hasFileNamed, partial } = input;
  const plan = yield* buildPlan({ documents, configuration, rootName, hasFile, hasFileNamed, partial });
  const state = computeState(plan, today);
  yield;
  const { findings, muted } = yield* runRules(plan, state, today, {
    documentsOnly: !complete,
    onFailure: input.onFailure,
  });
  return { revision, complete, today, plan, state, findings, muted };
}
