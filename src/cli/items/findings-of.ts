import type { Item } from '../../core/plan/item.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** What was found in an item. */
export function findingsOf(item: Item, { findings }: Snapshot): readonly Finding[] {
  return findings.filter((finding) => finding.item === item);
}
