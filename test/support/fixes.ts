import type { Fix } from '../../src/core/fixes/fix.ts';
import { isSound, proposedFixes } from '../../src/core/fixes/fixes-for.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';

/** The fixes for a finding that are applied when they are chosen. */
export const fixesFor = (finding: Finding, snapshot: Snapshot): readonly Fix[] =>
  proposedFixes(finding, snapshot).filter((fix) => isSound(fix, snapshot.plan));
