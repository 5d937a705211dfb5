import { isWaiting } from '../core/blocks/check-blocks.ts';
import type { Configuration } from '../core/config/configuration.ts';
import type { ValueFiles } from '../core/metrics/source/value-files.ts';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { patchPlan } from '../core/plan/patch-plan.ts';
import { buildPlan } from '../core/plan/plan.ts';
import { runOnBlocks, runRules } from '../core/rules/run.ts';
import type { BaselineGiven } from '../core/state/baseline.ts';
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
  /** The files that metrics have their values in. */
  readonly valueFiles?: ValueFiles | undefined;
  readonly hasFileNamed: (name: string) => boolean;
  readonly listFiles?: (() => readonly string[]) | undefined;
  readonly partial: boolean;
  /** When items were changed last, as git tells; where nothing asks git, fields alone say it. */
  readonly touched: TouchedByGit | undefined;
  /** What is known of the baseline of the plan; without it there is no drift. */
  readonly baseline?: BaselineGiven | undefined;
  /** Told of a rule that throws; without it, building throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
}

/** Builds the snapshot of a plan, pausing, as a generator, where a host may do something else. */
export function* buildSnapshot(input: BuildInput, earlier?: Snapshot): Generator<void, Snapshot> {
  return yield* finishSnapshot(yield* draftSnapshot(input, earlier), input);
}

/**
 * Builds all of a snapshot but what takes long for what little it tells: live blocks are not compared with the plan.
 * Pauses likewise.
 * @param earlier a snapshot of the same plan: where little has changed since, most of it is taken over
 */
export function* draftSnapshot(input: BuildInput, earlier?: Snapshot): Generator<void, Snapshot> {
  const { revision, complete, today, touched, baseline, onFailure, ...planInput } = input;
  const patched = earlier && patchPlan(earlier.plan, planInput);
  const plan = patched?.plan ?? (yield* buildPlan(planInput));
  const isSameDay = patched && today === earlier.today;
  const { state, changed } = yield* computeState(
    plan,
    today,
    touched,
    isSameDay ? { state: earlier.state, touched: patched.touched } : undefined,
    baseline,
  );
  yield;
  const isSame =
    isSameDay && complete === earlier.complete && touched === earlier.touched && baseline === earlier.baseline;
  const results = yield* runRules(plan, state, today, {
    documentsOnly: !complete,
    onFailure,
    blocks: earlier?.results.parts.blocks,
    earlier: isSame
      ? { results: earlier.results, documents: patched.documents, items: patched.items, standing: changed }
      : undefined,
  });
  // Which names are still guessed then depends on the order in which they were looked up.
  if (patched && plan.lookup.hasGivenUp) return yield* draftSnapshot(input);
  const { findings, muted } = results;
  const isDraft = results.parts.blocks.some((block) => isWaiting(block, plan));
  return { revision, complete, today, touched, baseline, isDraft, plan, state, findings, muted, results };
}

/** Compares live blocks with the plan, where any wait for that. Pauses likewise. */
export function* finishSnapshot(
  draft: Snapshot,
  { revision, onFailure }: Pick<BuildInput, 'revision' | 'onFailure'>,
): Generator<void, Snapshot> {
  if (!draft.isDraft) return draft;
  const { plan, state, today } = draft;
  const results = yield* runOnBlocks(plan, state, today, draft.results, { onFailure });
  const { findings, muted } = results;
  return { ...draft, revision, isDraft: false, findings, muted, results };
}
