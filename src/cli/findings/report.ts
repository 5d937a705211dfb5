import { type Severity, severityRank } from '../../core/config/severity.ts';
import type { Day } from '../../core/model/values/day.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { countFindings, type FindingCounts } from '../../core/views/summary.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** What `check` found, whatever form it is then written in. */
export interface Report {
  readonly today: Day;
  readonly documents: number;
  readonly items: number;
  readonly counts: FindingCounts;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
  /** How many findings somebody knows of and has silenced for now. */
  readonly acknowledged: number;
}

/** Which findings make a run fail. */
export type FailOn = Severity | 'never';

/** What is found in the files that a filter lets through. All of the plan has been read either way. */
export function reportOf(snapshot: Snapshot, includes: (path: string) => boolean): Report {
  const { plan, today } = snapshot;
  const findings = snapshot.findings.filter((finding) => includes(finding.source.path));
  return {
    today,
    documents: plan.documents.filter((document) => includes(document.path)).length,
    items: plan.items.filter((item) => includes(item.document.path)).length,
    counts: countFindings(findings),
    findings,
    acknowledged: snapshot.muted.filter(({ finding }) => includes(finding.source.path)).length,
  };
}

/** Whether a finding makes the run fail. */
export function fails(finding: Finding, failOn: FailOn): boolean {
  return failOn !== 'never' && severityRank(finding.severity) <= severityRank(failOn);
}
