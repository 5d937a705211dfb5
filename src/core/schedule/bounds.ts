import { DAY_OF_WORK, type Minutes } from './minutes.ts';
import { fromStart, type Network } from './network.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The boundary, on the successor's calendar, before which a link does not let it start or finish.
 * @param at the predecessor's early start, for links SS and SF, or early finish, on its own calendar
 */
export function forwardBound({ calendars, code, elapsed, from, lag, to }: Network, link: number, at: Minutes): Minutes {
  const before = calendars[from[link] as number] as WorkCalendar;
  const after = calendars[to[link] as number] as WorkCalendar;
  const wait = lag[link] as number;
  const start = fromStart(code[link] as number);
  if (elapsed[link] === 1) return after.start(start ? before.startDay(at) + wait : before.finishDay(at) + wait + 1);
  if (before === after) return at + wait;
  return (start ? after.start(before.startDay(at)) : after.end(before.finishDay(at))) + wait;
}

/**
 * The latest boundary of the predecessor, on its own calendar, for which `forwardBound` is at most `limit`. Where only
 * dates travel, it is a whole day, since any part of the day gives the same.
 */
export function lateBound({ calendars, code, elapsed, from, lag, to }: Network, link: number, limit: Minutes): Minutes {
  const before = calendars[from[link] as number] as WorkCalendar;
  const after = calendars[to[link] as number] as WorkCalendar;
  const wait = lag[link] as number;
  const byDate = elapsed[link] === 1;
  if (!byDate && before === after) return limit - wait;
  const start = fromStart(code[link] as number);
  // Up to this day no more days are worked before than fit into the limit.
  const whole = after.dayNumbered(Math.floor((byDate ? limit : limit - wait) / DAY_OF_WORK));
  const last = (byDate ? whole - wait : whole) - (start ? 0 : 1);
  return start ? before.end(last) - DAY_OF_WORK : before.end(last);
}
