import type { CalendarSpec } from '../../core/model/kinds/calendar.ts';
import { parseDays } from '../../core/model/kinds/calendar.ts';
import { startDate } from '../../core/model/kinds/time.ts';
import type { Span } from '../../core/model/values/date.ts';
import { type Day, weekday } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { daysLabel, fullDayLabel, weekdayLabel } from '../../core/views/day-label.ts';
import type { ValuePlace } from '../place/place.ts';
import type { DocumentNow, PlanNow } from '../request.ts';
import type { HoverSection } from './hover.ts';

/** A date: its weekday, how far off it is, and whether the item's calendar works on it. */
export function dateSection({ field, item, scalar }: ValuePlace, asked: DocumentNow): HoverSection | undefined {
  const read = parseDays(scalar.text.trim());
  if (!read.ok) return undefined;
  const span = read.value;
  const isDay = span.first === span.last;
  if (!isDay && !takesOneDay(field.spec?.kind.name)) {
    const { calendars } = asked.state;
    const days = calendars.of(item).daysBetween(span.first - 1, span.last);
    return { icon: 'calendar', title: spanText(span), lines: [counted(days, 'working day')] };
  }
  const day = field.spec?.kind === startDate ? span.first : span.last;
  return {
    icon: 'calendar',
    title: `${weekdayLabel(day)}, ${fullDayLabel(day)}`,
    lines: [
      isDay ? '' : `The ${day === span.first ? 'first' : 'last'} day of ${spanText(span)}`,
      distance(day, item, asked),
      ...offWords(day, item, asked),
    ].filter((line) => line !== ''),
  };
}

/** Of a period, the fields of these kinds take the first day or the last. */
const takesOneDay = (kind: string | undefined): boolean => kind === 'date' || kind === 'mute';

const spanText = ({ first, last }: Span): string => `${fullDayLabel(first)} to ${fullDayLabel(last)}`;

/** `In 14 working days (20 days)`, by the item's calendar. */
function distance(day: Day, item: Item, { state, today }: PlanNow): string {
  if (day === today) return 'Today';
  const calendar = state.calendars.of(item);
  const count = Math.abs(calendar.daysBetween(today, day));
  const all = daysLabel(Math.abs(day - today));
  // From a Friday to the Saturday after it, nobody works.
  if (count === 0) return day > today ? `In ${all}` : `${all} ago`;
  const working = counted(count, 'working day');
  return day > today ? `In ${working} (${all})` : `${working} ago (${all})`;
}

/** Why nobody works on a day, by the item's calendar; nothing where they do. */
export function offWords(day: Day, item: Item, { state }: Pick<PlanNow, 'state'>): readonly string[] {
  if (state.calendars.of(item).works(day)) return [];
  const spec = state.calendars.specOf(item);
  return [`No working day: ${reasonsOff(day, item, spec).join(', ')}`];
}

function reasonsOff(day: Day, item: Item, spec: CalendarSpec): readonly string[] {
  const holds = ({ first, last }: Span): boolean => first <= day && day <= last;
  const tags = (item.values.tags ?? []).map(({ value }) => value);
  const freezes = (spec.freezes ?? []).filter(
    (freeze) => holds(freeze.span) && freeze.tags.some((tag) => tags.includes(tag)),
  );
  const workdays = spec.workdays?.length ? spec.workdays : MONDAY_TO_FRIDAY;
  return [
    ...((spec.holidays ?? []).some(holds) ? ['a holiday'] : []),
    ...freezes.map(({ name, span }) => `frozen until ${fullDayLabel(span.last)} (${visible(name)})`),
    ...(workdays.includes(weekday(day)) ? [] : [`nobody works on ${weekdayLabel(day)}s`]),
  ];
}

const MONDAY_TO_FRIDAY: readonly number[] = [0, 1, 2, 3, 4];
