import type { Item } from '../plan/item.ts';
import { inDays } from '../schedule/minutes.ts';
import type { WorkCalendar } from '../schedule/work-calendar.ts';

/** What a risk is expected to cost, in working days: its probability times its impact. */
export function exposureOf(risk: Item, calendar: WorkCalendar): number | undefined {
  const { probability, impact_days } = risk.values;
  return probability && impact_days ? (probability.percent / 100) * inDays(calendar.work(impact_days)) : undefined;
}
