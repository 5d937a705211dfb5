import { itemKey } from '../../graph/keys.ts';
import type { LinkType } from '../../model/values/reference.ts';
import type { TimelineRow } from './row.ts';
import type { TimelineInput } from './timeline.ts';

/** A line from what comes first to what waits for it. */
export interface TimelineLink {
  /** The keys of rows. */
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  /** Whether it sets the forecast of what waits. */
  readonly driving: boolean;
  /** Whether it lies on a critical path. */
  readonly critical: boolean;
}

/** The links between the items among some rows. One that closes a cycle holds nothing, and is none. */
export function linksBetween(rows: readonly TimelineRow[], { plan, state }: TimelineInput): readonly TimelineLink[] {
  const { schedule } = state;
  const shown = new Set(rows.map(({ item }) => item));
  const found: TimelineLink[] = [];
  for (const { kind, key, item } of rows) {
    if (kind !== 'item') continue;
    const links = plan.linksTo(item).filter((link) => shown.has(link.from) && !plan.closesCycle(link));
    if (links.length === 0) continue;
    const drivers = new Set(schedule.drivers(item).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : [])));
    for (const link of links) {
      const driving = drivers.has(link);
      const critical = driving && schedule.isCritical(item) && schedule.isCritical(link.from);
      found.push({ from: itemKey(link.from, plan), to: key, type: link.type, driving, critical });
    }
  }
  return found;
}
