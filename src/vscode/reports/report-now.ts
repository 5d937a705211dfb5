import type { PlanOn } from '../../core/blocks/render-block.ts';
import { diffPlans } from '../../core/diff/diff-plans.ts';
import type { ReportChange } from '../../core/report/change.ts';
import type { Since } from '../../core/report/since.ts';
import { type Host, Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { EarlierPlans } from '../changes/earlier-plans.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

/** A plan with what has changed in the time of a report: what its parts are written from. */
export type ReportNow = PlanOn & { readonly change: ReportChange };

/** What a report is written from, in slices. Throws where its time begins with a revision that there is not. */
export async function reportNow(
  folder: PlanFolder,
  { plan, state, today }: Snapshot,
  since: Since,
  earlier: EarlierPlans,
  host: Host,
): Promise<ReportNow> {
  const found = await earlier.read(folder, since, new AbortController().signal);
  const { before } = found;
  const diff = before && (await inSlices(diffPlans(before, { plan, state, today, findings: [] }), host));
  return { plan, state, today, change: { since: found.since, with: found.with, diff, missing: found.missing } };
}

/** Runs steps to their end, and lets the editor answer meanwhile. */
export const inSlices = async <T>(steps: Generator<void, T>, host: Host): Promise<T> =>
  (await new Slices(host).run(steps, () => false)) as T;
