import { formatDay } from '../model/values/day.ts';
import type { Item, Link } from '../plan/item.ts';
import { PROMISES } from '../state/health.ts';
import type { Missed } from '../state/late.ts';
import type { PlanState } from '../state/state.ts';
import { counted } from '../text/words.ts';
import { MOST_RELATED, type Related } from './finding.ts';

/**
 * What an item makes late, link by link from it on, each link once: for the finding at the item, which is the root of
 * it all. Empty where it drives nothing that is late.
 */
export function madeLate(root: Item, state: Pick<PlanState, 'late' | 'schedule'>): readonly Related[] {
  const told = new Set<Link>();
  const related: Related[] = [];
  for (const { item } of state.late.drivenBy(root)) {
    for (const link of state.late.chainTo(item)) {
      if (told.has(link)) continue;
      // A root may drive thousands of items, each through as many links.
      if (related.length === MOST_RELATED) return related;
      told.add(link);
      const { from, written } = link.reference;
      related.push({ message: linkText(link, state), source: from.document, range: written.range });
    }
  }
  return related;
}

function linkText({ from, to }: Link, { late, schedule }: Pick<PlanState, 'late' | 'schedule'>): string {
  const finish = schedule.finish(to);
  const missed = late.missed(to);
  const when = finish === undefined ? '' : `, and is forecast for ${formatDay(finish)}`;
  return `${to.id} waits for ${from.id}${when}${missed ? `, ${lateness(missed)}` : ''}`;
}

/** `3 working days after its firm date 2026-12-08`. */
export function lateness({ kind, date, days }: Missed): string {
  return `${counted(days, 'working day')} after ${PROMISES[kind]} ${formatDay(date)}`;
}
