import { severityRank } from '../config/severity.ts';
import type { Finding } from '../rules/finding.ts';
import { visible } from '../text/visible.ts';
import { countFindings, type FindingCounts } from './summary.ts';

/** Findings that one person has to act on, or that have come up since the last visit. */
export interface AttentionGroup {
  readonly kind: 'new' | 'owner' | 'nobody';
  /** Unique among the groups, and the same from one snapshot to the next. */
  readonly id: string;
  readonly label: string;
  /** The worst first. */
  readonly findings: readonly Finding[];
}

/** Findings by who has to act, the worst first; those that are new stand on top, and only there. */
export function needsAttention(
  findings: readonly Finding[],
  isNew: (finding: Finding) => boolean,
): readonly AttentionGroup[] {
  const fresh: Finding[] = [];
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (isNew(finding)) {
      fresh.push(finding);
      continue;
    }
    const owner = actorOf(finding) ?? '';
    const group = groups.get(owner);
    if (group) group.push(finding);
    else groups.set(owner, [finding]);
  }
  const byOwner = [...groups]
    .map(([owner, own]) => ({ owner, own, counts: countFindings(own) }))
    .sort((a, b) => byWeight(a.counts, b.counts) || (a.owner < b.owner ? -1 : 1));
  return [
    ...(fresh.length > 0 ? [groupOf('new', 'new', 'New since your last visit', fresh)] : []),
    ...byOwner.map(({ owner, own }) =>
      owner === ''
        ? groupOf('nobody', 'nobody', 'No owner', own)
        : groupOf('owner', `owner ${owner}`, visible(owner), own),
    ),
  ];
}

function groupOf(kind: AttentionGroup['kind'], id: string, label: string, findings: Finding[]): AttentionGroup {
  return { kind, id, label, findings: findings.sort(byUrgency) };
}

/** Who has to act on a finding: the owner of the item that it is about. */
export function actorOf(finding: Finding): string | undefined {
  return finding.item?.owner?.name;
}

/** Errors before warnings before notes; in each the earliest due date first. Otherwise they stay in their order. */
function byUrgency(a: Finding, b: Finding): number {
  return severityRank(a.severity) - severityRank(b.severity) || dueOf(a) - dueOf(b);
}

const dueOf = ({ item }: Finding): number => item?.due ?? Number.MAX_SAFE_INTEGER;

/** Who has the most errors comes first, then who has the most warnings, then the most notes. */
function byWeight(a: FindingCounts, b: FindingCounts): number {
  return b.error - a.error || b.warning - a.warning || b.info - a.info;
}
