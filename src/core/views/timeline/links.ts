import { itemKey } from '../../graph/keys.ts';
import type { LinkType } from '../../model/values/reference.ts';
import type { Item } from '../../plan/item.ts';
import { inSteps } from '../../text/in-steps.ts';
import type { TimelineInput } from './input.ts';
import type { ItemRow, TimelineRow } from './row.ts';

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

/**
 * The links between the items among some rows. One that closes a cycle holds nothing, and is none. Pauses, as a
 * generator, so that a host can do something else.
 */
export function* linksBetween(
  rows: readonly TimelineRow[],
  input: TimelineInput,
): Generator<void, readonly TimelineLink[]> {
  const shown = new Set(rows.map(({ item }) => item));
  yield;
  const links = yield* inSteps(rows, (row) => (row.kind === 'item' ? linksTo(row, shown, input) : []));
  return links.flat();
}

function linksTo(
  { key, item }: ItemRow,
  shown: ReadonlySet<Item | undefined>,
  { plan, state: { schedule } }: TimelineInput,
): readonly TimelineLink[] {
  const links = plan.linksTo(item).filter((link) => shown.has(link.from) && !plan.closesCycle(link));
  if (links.length === 0) return [];
  const drivers = new Set(schedule.drivers(item).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : [])));
  return links.map((link) => {
    const driving = drivers.has(link);
    const critical = driving && schedule.isShownCritical(item) && schedule.isShownCritical(link.from);
    return { from: itemKey(link.from, plan), to: key, type: link.type, driving, critical };
  });
}
