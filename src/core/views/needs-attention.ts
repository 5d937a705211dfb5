import { severityRank } from '../config/severity.ts';
import type { Finding } from '../rules/finding.ts';
import { visible } from '../text/visible.ts';

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
  for (const finding of [...findings].sort(byUrgency)) {
    const owner = actorOf(finding) ?? '';
    if (isNew(finding)) fresh.push(finding);
    else if (groups.has(owner)) groups.get(owner)?.push(finding);
    else groups.set(owner, [finding]);
  }
  const byOwner = [...groups].sort(([a, own], [b, other]) => byWeight(own, other) || (a < b ? -1 : 1));
  return [
    ...(fresh.length > 0
      ? [{ kind: 'new', id: 'new', label: 'New since your last visit', findings: fresh } as const]
      : []),
    ...byOwner.map(([owner, own]): AttentionGroup => {
      if (owner === '') return { kind: 'nobody', id: 'nobody', label: 'No owner', findings: own };
      return { kind: 'owner', id: `owner ${owner}`, label: visible(owner), findings: own };
    }),
  ];
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
function byWeight(a: readonly Finding[], b: readonly Finding[]): number {
  for (const severity of ['error', 'warning', 'info'] as const) {
    const count = (findings: readonly Finding[]) => findings.filter((finding) => finding.severity === severity).length;
    const difference = count(b) - count(a);
    if (difference !== 0) return difference;
  }
  return 0;
}
