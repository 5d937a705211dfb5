import { proposedFixes } from '../../core/fixes/fixes-for.ts';
import { FIX_MAKERS } from '../../core/fixes/registry.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** A finding that a person has to decide on, and what they can choose from. */
export interface LeftFinding {
  readonly finding: Finding;
  /** What each fix does, the likeliest first. To silence the finding is none. */
  readonly choices: readonly string[];
}

/** The findings of a plan that have fixes. */
export function leftIn(snapshot: Snapshot, accepts: (finding: Finding) => boolean): readonly LeftFinding[] {
  return snapshot.findings.flatMap((finding) => {
    const makers = accepts(finding) ? FIX_MAKERS[finding.code] : undefined;
    const choices = makers ? proposedFixes(finding, snapshot, makers).map(({ title }) => title) : [];
    return choices.length > 0 ? [{ finding, choices }] : [];
  });
}
