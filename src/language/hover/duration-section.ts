import { type Duration, parseDuration } from '../../core/model/values/duration.ts';
import type { Item } from '../../core/plan/item.ts';
import { inDays } from '../../core/schedule/minutes.ts';
import { counted } from '../../core/text/words.ts';
import { dayLabel, daysLabel } from '../../core/views/day-label.ts';
import type { ValuePlace } from '../place/place.ts';
import type { DocumentNow, PlanNow } from '../request.ts';
import type { HoverSection } from './hover.ts';

/** A length of time: what it comes to in days, and where the forecast puts it. */
export function durationSection({ field, item, scalar }: ValuePlace, asked: DocumentNow): HoverSection | undefined {
  const lengths = scalar.text.split('/').map((part) => parseDuration(part, { elapsed: true }));
  if (lengths.some(({ ok }) => !ok)) return undefined;
  const words = lengths.flatMap((read) => (read.ok ? [comesTo(read.value, item, asked)] : []));
  const isWork = field.name === 'duration' || field.name === 'estimate';
  return {
    icon: 'watch',
    title: words.join(' / '),
    lines: [words.length === 3 ? 'Optimistic, likely and pessimistic' : '', isWork ? forecast(item, asked) : ''].filter(
      (line) => line !== '',
    ),
  };
}

/** `10 working days`; of elapsed time `14 days`. */
function comesTo(length: Duration, item: Item, { state }: PlanNow): string {
  if (length.unit === 'ed') return daysLabel(length.amount);
  if (length.unit === 'ew') return daysLabel(length.amount * 7);
  return counted(inDays(state.calendars.of(item).work(length)), 'working day');
}

function forecast(item: Item, { state: { schedule }, today }: PlanNow): string {
  const start = schedule.start(item);
  const finish = schedule.finish(item);
  if (!item.open || start === undefined || finish === undefined) return '';
  return `Forecast: ${dayLabel(start, today)} to ${dayLabel(finish, today)}`;
}
