import type { Configuration } from '../core/config/configuration.ts';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { patchPlan } from '../core/plan/patch-plan.ts';
import { buildPlan } from '../core/plan/plan.ts';
import { runRules } from '../core/rules/run.ts';
import type { TouchedByGit } from '../core/state/stale.ts';
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
  /** When items were changed last, as git tells; where nothing asks git, fields alone say it. */
  readonly touched: TouchedByGit | undefined;
  /** Told of a rule that throws; without it, building throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
}

/**
 * Builds the snapshot of a plan, pausing, as a generator, where a host may do something else.
 * @param earlier a snapshot of the same plan: where little has changed since, most of it is taken over
 */
export function* buildSnapshot(input: BuildInput, earlier?: Snapshot): Generator<void, Snapshot> {
  const { revision, complete, today, touched, onFailure, ...planInput } = input;
  const patched = earlier && patchPlan(earlier.plan, planInput);
  const plan = patched?.plan ?? (yield* buildPlan(planInput));
  const isSameDay = patched && today === earlier.today;
  const { state, changed } = yield* computeState(
    plan,
    today,
    touched,
    isSameDay ? { state: earlier.state, touched: patched.touched } : undefined,
  );
  yield;
  const isSame = isSameDay && complete === earlier.complete && touched === earlier.touched;
  const results = yield* runRules(plan, state, today, {
    documentsOnly: !complete,
    onFailure,
    earlier: isSame
      ? {
          results: earlier.results,
          ...{ documents: patched.documents, items: patched.items },
          ...{ touched: patched.touched, standing: changed },
        }
      : undefined,
  });
  // Which names are still guessed then depends on the order in which they were looked up.
  if (patched && plan.lookup.hasGivenUp) return yield* buildSnapshot(input);
  const { findings, muted } = results;
  return { revision, complete, today, touched, plan, state, findings, muted, results };
}
