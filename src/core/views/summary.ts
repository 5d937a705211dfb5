import type { Finding } from '../rules/finding.ts';
import { amount } from '../text/words.ts';

/** How many findings there are of each severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** Counts findings. */
export function countFindings(findings: Iterable<Finding>): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Counts in words, without what there is none of: `1 error, 9 warnings, 4 infos`. */
export function countsText(counts: FindingCounts): string {
  const parts = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), plural(counts.info, 'info')];
  return parts.filter((part) => part !== '').join(', ');
}

/** `1 item`, `12 items`; nothing where there is none. */
export const plural = (count: number, word: string): string =>
  count === 0 ? '' : `${amount(count)} ${word}${count === 1 ? '' : 's'}`;
