import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { endedOn } from '../plan/successors.ts';
import { endIsUnknown } from '../schedule/facts.ts';
import type { BlockCause } from '../state/blocked.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { capitalised, counted } from '../text/words.ts';
import { dayLabel, daysLabel, fullDayLabel } from './day-label.ts';
import { figuresDetails, figuresText } from './figures.ts';
import { driftText, forecastDetails, forecastText } from './forecast-label.ts';
import type { CardInput } from './item-card.ts';
import { type Standing, standingOf } from './standing.ts';

/** What a list or a tree says of an item. Plain text: nothing in it is ever markup. */
export interface ItemLabel {
  readonly title: string;
  /**
   * What is measured, dates, what is wrong, status: `11 Dec (+3d) · critical · blocked by D-7 · in progress`. Rows are cut
   * at their end, in a side bar early, and colours tell of the status as well.
   */
  readonly description: string;
  /** A VS Code product icon. */
  readonly icon: string;
  readonly standing: Standing;
}

/** What a list or a tree says of an item on a day. */
export function itemLabel(item: Item, input: CardInput): ItemLabel {
  const { plan, state, today } = input;
  const parts = [
    figuresText(item, input),
    item.open ? rowDates(item, state, today) : '',
    state.schedule.isShownCritical(item) ? 'critical' : '',
    ...troubles(item, state, today),
    statusText(item, plan, today),
  ];
  return {
    title: visible(item.title),
    description: parts.filter((part) => part !== '').join(' · '),
    icon: item.type.icon,
    standing: standingOf(item, state),
  };
}

/** Everything about an item that fits into a tooltip, line by line. */
export const itemDetails = (item: Item, input: CardInput): readonly string[] => [
  visible(item.title),
  ...itemFacts(item, input),
  ...itemOutlook(item, input),
];

/** What an item says of itself: `milestone atlas/api-freeze`, `Status: planned`, its owner and its due date. */
export const itemFacts = (item: Item, { plan, today }: Pick<CardInput, 'plan' | 'today'>): readonly string[] => [
  `${item.type.name} ${visible(item.key)}`,
  `Status: ${statusText(item, plan, today)}${endIsUnknown(item) ? ', date unknown' : ''}`,
  `Owner: ${item.owner ? visible(item.owner.name) : 'nobody'}`,
  ...(item.due === undefined ? [] : [`Due: ${fullDayLabel(item.due)}`]),
];

/** What is measured of an item, what is to be expected of it, and what is wrong with it. */
export const itemOutlook = (item: Item, input: CardInput): readonly string[] => [
  ...figuresDetails(item, input),
  ...forecastDetails(item, input.state, input.today),
  ...troubles(item, input.state, input.today).map(capitalised),
  ...(item.values.note ? [visible(item.values.note)] : []),
];

/** A status as people read it: `in progress`. */
export const statusLabel = (status: string): string => visible(status.replaceAll('-', ' '));

/** A status, and when it was reached where that ends the item: `done 4 Sep`. */
export function statusText(item: Item, plan: Plan, today: Day): string {
  const closed = endedOn(item, plan);
  return `${statusLabel(item.status)}${closed === undefined ? '' : ` ${dayLabel(closed, today)}`}`;
}

/** `forecast 11 Dec (+3d), due 8 Dec, drift +2d`: the forecast where it differs, and how far it is from the baseline. */
export const datesText = (item: Item, state: PlanState, today: Day): string =>
  [forecastText(item, state, today), dueText(item, today), driftText(item, state)]
    .filter((text) => text !== '')
    .join(', ');

/** The same in a row: `11 Dec (+3d), drift +2d`, where what the forecast is measured by need not be said. */
function rowDates(item: Item, state: PlanState, today: Day): string {
  const forecast = forecastText(item, state, today);
  const isMeasured = forecast !== '' && state.schedule.slip(item) !== undefined;
  if (!isMeasured) return datesText(item, state, today);
  return [forecast.replace('forecast ', ''), driftText(item, state)].filter((text) => text !== '').join(', ');
}

/** `due 8 Dec`, `promised 8 Dec`; empty where nothing is. */
export function dueText(item: Item, today: Day): string {
  if (item.due === undefined) return '';
  const word = item.type.dueField === 'promised' ? 'promised' : 'due';
  return `${word} ${dayLabel(item.due, today)}`;
}

function troubles(item: Item, state: PlanState, today: Day): readonly string[] {
  if (!item.open) return [];
  const stale = state.staleness(item);
  return [
    overdueText(item, state, today),
    blockedText(item, state),
    stale ? `stale ${stale.elapsed ? daysLabel(stale.passed) : counted(stale.passed, 'working day')}` : '',
  ].filter((text) => text !== '');
}

/** `overdue 8 days`; empty where it is not. */
export const overdueText = (item: Item, state: PlanState, today: Day): string =>
  state.isOverdue(item) ? `overdue ${daysLabel(today - (item.due as Day))}` : '';

/** `blocked by D-7`, `held up by R-2`; empty where nothing else blocks it. */
export function blockedText(item: Item, { blocked }: PlanState): string {
  const causes = blocked.causes(item).filter((cause: BlockCause) => cause.kind !== 'status');
  if (causes.length > 0) return `blocked by ${names(causes.map((cause) => cause.by))}`;
  if (blocked.isBlockedUpstream(item)) return `held up by ${names(blocked.roots(item))}`;
  // That its status says so is said already.
  return '';
}

/** The ids of items, each once; of many the first two and how many more. */
function names(items: readonly Item[]): string {
  const ids = [...new Set(items.map((item) => visible(item.id)))];
  return ids.length <= 3 ? ids.join(', ') : `${ids.slice(0, 2).join(', ')} and ${ids.length - 2} more`;
}
