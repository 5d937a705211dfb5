import type { Day } from '../../model/values/day.ts';
import type { TimelineRow } from './row.ts';

/** From a day to another, both included. */
export interface TimeSpan {
  readonly from: Day;
  readonly to: Day;
}

/** From the first day that is drawn of some rows to the last, today among them. */
export function spanOf(rows: readonly TimelineRow[], today: Day): TimeSpan {
  let from = today;
  let to = today;
  for (const row of rows) {
    const { kind, planned, forecast, baseline } = row;
    const before = kind === 'item' ? row.formerly : undefined;
    // Of a workstream nothing is drawn that was planned: its items say that.
    const days = kind === 'workstream' ? [] : [planned.from, planned.to];
    for (const day of [
      ...days,
      forecast.from,
      forecast.to,
      baseline,
      before?.due,
      before?.forecast?.from,
      before?.forecast?.to,
    ]) {
      if (day === undefined) continue;
      if (day < from) from = day;
      if (day > to) to = day;
    }
  }
  return { from, to };
}
