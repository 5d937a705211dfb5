import { visible } from '../../../core/text/visible.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';

/** That drift from the baseline of a plan is not known, and why; empty where it is, or the plan names no baseline. */
export function driftNote({ plan, state }: Snapshot, missing: string | undefined): string {
  const { baseline } = plan.config;
  if (baseline === undefined || state.drifts.baseline) return '';
  const why = state.drifts.missing?.why ?? missing;
  return why === undefined ? '' : `drift since ${visible(baseline)} is not known: ${why}`;
}
