import { formatDuration } from '../../core/model/values/duration.ts';
import type { Item, Link } from '../../core/plan/item.ts';
import type { Driver } from '../../core/schedule/drivers.ts';
import type { LimitKind } from '../../core/schedule/facts.ts';

/** A number of working days, short: `3d`, `0.5d`, `-2d`. */
export const days = (count: number): string => `${Math.round(count * 100) / 100}d`;

/** How much later than due: `+3d`. */
export const slipText = (slip: number): string => `${slip > 0 ? '+' : ''}${days(slip)}`;

/** What limits are called. */
const LIMITS: Readonly<Record<LimitKind, string>> = {
  'program-start': "the program's start",
  start: 'its start',
  today: 'today',
  started: 'its own work',
  progress: 'what is left to do',
  date: 'its date',
  expected: "its owner's forecast",
  window: 'its windows',
  completed: 'its end',
};

/** What sets the forecast of an item, as a reader of that program would say it: `schema-v2, data-inventory SS+3d`. */
export function driversText(drivers: readonly Driver[], item: Item, program: string): string {
  const texts = drivers.map((driver) =>
    driver.kind === 'limit' ? limitText(driver.limit, item) : linkText(driver.link, program),
  );
  // A decision that blocks a milestone is often among its dependencies as well: two links that say the same.
  return [...new Set(texts)].join(', ');
}

/** What others do with it is no work of its own: a review that takes its time from the day on which it was handed in. */
const limitText = (limit: LimitKind, { type }: Item): string =>
  limit === 'started' && type.forecast?.asks === 'submit' ? 'its submission' : LIMITS[limit];

function linkText({ from, type, lag }: Link, program: string): string {
  const name = from.program === program ? from.id : from.key;
  const wait = lag ? `${lag.amount < 0 ? '' : '+'}${formatDuration(lag)}` : '';
  return type === 'FS' && !wait ? name : `${name} ${type}${wait}`;
}
