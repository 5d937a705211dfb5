import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { shownSlip } from '../state/shown-slip.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { capitalised, counted } from '../text/words.ts';
import { criticalWords } from './critical-words.ts';
import { dayLabel, fullDayLabel } from './day-label.ts';
import { momentOf, momentText } from './moments.ts';

/** How many ids a line names before it counts. */
const MOST_NAMES = 4;

/** Working days with their sign, as people write a slip or a margin: `+3d`, `−2.5d`, `0d`. */
export function signedDays(days: number): string {
  const rounded = Math.round(days * 100) / 100;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)}d`;
}

/** How late something is, in words: `3 working days late`, `2 working days early`, `on time`. */
export function slipWords(days: number): string {
  if (days === 0) return 'on time';
  return `${counted(Math.abs(days), 'working day')} ${days > 0 ? 'late' : 'early'}`;
}

/**
 * What a row says of the forecast of an open item: `forecast 17 Dec (+3d)`. Empty where it says no more than the due
 * date does: an item that is on time to the day, or that only waits for today to pass.
 */
export function forecastText(item: Item, { schedule }: PlanState, today: Day): string {
  const finish = forecastDay(item, schedule, today);
  if (finish === undefined) return '';
  const slip = shownSlip(item, schedule);
  return `forecast ${dayLabel(finish, item.due ?? today)}${slip === undefined ? '' : ` (${signedDays(slip)})`}`;
}

/** The day that a row names as the forecast of an open item; undefined where it says no more than the due date does. */
export function forecastDay(item: Item, schedule: PlanState['schedule'], today: Day): Day | undefined {
  const finish = item.open ? schedule.finish(item) : undefined;
  if (finish === undefined || !hasForecast(item, schedule) || shownSlip(item, schedule) === 0) return undefined;
  return item.due !== undefined && item.due < today && finish === today ? undefined : finish;
}

/** What takes time is forecast, and so is what other items drive; for the rest the forecast is the date that they have. */
function hasForecast(item: Item, schedule: PlanState['schedule']): boolean {
  if (takesTime(item) && (item.due !== undefined || schedule.start(item) !== undefined)) return true;
  return schedule.drivers(item).some(({ kind }) => kind === 'link');
}

/** Milestones, and the reviews that they wait for. */
const takesTime = ({ type }: Item): boolean => type.forecast?.work !== undefined;

/** What a tooltip says of the forecast of an open item, line by line. */
export function forecastDetails(item: Item, state: PlanState, today: Day): readonly string[] {
  const { schedule } = state;
  const finish = item.open ? schedule.finish(item) : undefined;
  if (finish === undefined) return [];
  const slip = shownSlip(item, schedule);
  const start = schedule.start(item);
  const from = start === undefined ? '' : `${dayLabel(start, today)} to `;
  const moment = momentOf(item, state);
  const late = slip === undefined ? '' : `, ${slipWords(slip)}`;
  const lines = [
    hasForecast(item, schedule) ? `Forecast: ${from}${fullDayLabel(finish)}${late}` : '',
    driftDetails(item, state),
    roomText(item, state),
    drivenText(item, state),
    moment && moment.day >= today ? capitalised(momentText(moment, today)) : '',
  ];
  return lines.filter((line) => line !== '');
}

/** How far a row says that an open item is from its baseline: `drift +3d`. Empty where it is not. */
export function driftText(item: Item, { drifts }: PlanState): string {
  const drift = item.open ? drifts.of(item)?.workingDays : undefined;
  return drift ? `drift ${signedDays(drift)}` : '';
}

/** `Drift: 3 working days later than at v1 (8 Dec 2026)`. */
function driftDetails(item: Item, { drifts }: PlanState): string {
  const drift = drifts.of(item);
  if (!drift) return '';
  const at = `at ${visible(drifts.baseline?.name ?? '')}`;
  if (drift.workingDays === 0) return `Drift: none, as ${at}`;
  const far = counted(Math.abs(drift.workingDays), 'working day');
  return `Drift: ${far} ${drift.workingDays > 0 ? 'later' : 'earlier'} than ${at} (${fullDayLabel(drift.from)})`;
}

/** `Critical: every slip moves go-live`, or by how much it can slip; then what due dates allow. */
function roomText(item: Item, { schedule }: PlanState): string {
  const total = schedule.totalFloat(item);
  const margin = schedule.shownMargin(item);
  const room = schedule.isShownCritical(item)
    ? criticalWords(item, schedule)
    : total === undefined || !takesTime(item)
      ? ''
      : `Total float: ${counted(total, 'working day')}`;
  return [room, margin === undefined ? '' : `Margin to due dates: ${signedMargin(margin)}`]
    .filter((part) => part !== '')
    .join(' · ');
}

const signedMargin = (margin: number): string =>
  margin < 0 ? `−${counted(-margin, 'working day')}` : counted(margin, 'working day');

function drivenText(item: Item, { schedule }: PlanState): string {
  const links = schedule.drivers(item).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : []));
  const ids = [...new Set(links.map(({ from }) => visible(from.id)))];
  if (ids.length === 0) return '';
  const more = ids.length > MOST_NAMES ? ` and ${ids.length - MOST_NAMES} more` : '';
  return `Driven by ${ids.slice(0, MOST_NAMES).join(', ')}${more}`;
}
