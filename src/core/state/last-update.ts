import type { Day } from '../model/values/day.ts';
import { isSamePerson } from '../model/values/person.ts';
import type { Item } from '../plan/item.ts';

/** The last day on which an update among some items was sent, to somebody or to anybody; undefined where none was. */
export function lastUpdate(members: readonly Item[], to?: string): Day | undefined {
  let last: Day | undefined;
  for (const { type, open, closedOn, values } of members) {
    if (type.name !== 'update' || open || closedOn === undefined || (last !== undefined && closedOn <= last)) continue;
    const { sent_to: names } = values;
    // One that names nobody was sent to all.
    if (to === undefined || !names?.length || names.some(({ value }) => isSamePerson(value.name, to))) last = closedOn;
  }
  return last;
}
