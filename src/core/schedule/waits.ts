import type { Day } from '../model/values/day.ts';
import type { Link } from '../plan/item.ts';
import { boundsInto, driversOf } from './drivers.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import { inDays } from './minutes.ts';
import { type Network, toFinish } from './network.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What an item waits for, and what that does to it. */
export interface Wait {
  readonly link: Link;
  /** What the link holds back. */
  readonly holds: 'start' | 'finish';
  /** The earliest day for that, as far as the link goes. */
  readonly day: Day;
  /** Whether it sets the forecast of the item. */
  readonly drives: boolean;
  /** How many working days later it could give that day without moving the item; 0 where it drives it. */
  readonly slack: number;
}

/** The links into a node, each with the day that it gives and how far that is from counting. */
export function waitsOf(network: Network, early: Early, node: number): readonly Wait[] {
  const { course, work } = network.facts[node] as Facts;
  const calendar = network.calendars[node] as WorkCalendar;
  const driving = new Set(
    driversOf(network, early, node).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : [])),
  );
  const after = course === 'planned' || course === 'measured' ? work : 0;
  return boundsInto(network, early, node).map(({ place, bound }) => {
    const link = network.links[place] as Link;
    const finish = toFinish(network.code[place] as number);
    const drives = driving.has(link);
    const gap = (early.finish[node] as number) - bound - (finish ? 0 : after);
    return {
      link,
      holds: finish ? 'finish' : 'start',
      // What takes no time is shown on the day before its boundary, as what it waits for is.
      day: finish || after === 0 ? calendar.finishDay(bound) : calendar.startDay(bound),
      drives,
      slack: drives ? 0 : Math.max(0, inDays(gap)),
    };
  });
}
