import { fieldOf } from '../../model/registry.ts';
import { type Day, formatDay } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { isEditable } from '../documents.ts';
import { setFields } from '../edit/set-fields.ts';
import type { Draft, FixContext, FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Sets `expected` to the day that an item is forecast for. */
export const setExpected: FixMaker = ({ item }, context) => {
  const day = item && fieldOf(item.type, 'expected') ? forecastOf(item, context) : undefined;
  if (!item || day === undefined || day === item.values.expected) return [];
  // What is expected before its own start is forecast to be over as it begins: that is no better.
  if (item.values.start !== undefined && day < item.values.start) return [];
  const edits = setFields(item, [['expected', formatDay(day)]]);
  return edits ? [{ title: `Set expected to ${formatDay(day)}, the forecast`, edits, preferred: true }] : [];
};

/** Moves the due date of an overdue milestone to its forecast. */
export const moveOwnDue: FixMaker = ({ item }, context) => (item ? moved([item], context) : []);

/**
 * Moves the due dates of what an item makes late to their forecasts: where they are all targets, and so may be moved. A
 * promise that is firm is kept, or broken by people.
 */
export const moveLateDues: FixMaker = ({ item }, context) => {
  const missed = item ? context.state.late.drivenBy(item) : [];
  if (missed.length === 0 || !missed.every(({ broken }) => broken.every(({ kind }) => kind === 'due'))) return [];
  return moved(
    missed.map((one) => one.item),
    context,
  );
};

function moved(items: readonly Item[], context: FixContext): readonly Draft[] {
  const days: Day[] = [];
  const edits = [];
  for (const item of items) {
    const day = mayMove(item) && !isHeldToMorning(item, context) ? forecastOf(item, context) : undefined;
    const { due } = item.values;
    if (day === undefined || due === undefined || day <= due) return [];
    const edit = setFields(item, [['due', formatDay(day)]]);
    if (!edit) return [];
    days.push(day);
    edits.push(...edit);
  }
  const [first] = items;
  const title =
    items.length === 1
      ? `Move the due date of ${shown(first?.id ?? '')} to ${formatDay(days[0] as Day)}, its forecast`
      : `Move ${items.length} due dates to their forecasts`;
  return [{ title, edits }];
}

/** Whether an item's date is a target, as it is where nothing else is said, and its work does not grow with it. */
function mayMove(item: Item): boolean {
  const { commitment, key, start, duration, estimate } = item.values;
  const isStretched = start !== undefined && !duration && !estimate;
  return (
    item.open &&
    item.type.name === 'milestone' &&
    commitment !== 'firm' &&
    key !== true &&
    !isStretched &&
    isEditable(item)
  );
}

/**
 * Whether an item without work stands where its day begins, since its program or itself starts then: due on that day it
 * would stand where the day ends, and what waits for it would move.
 */
const isHeldToMorning = (item: Item, { state: { schedule } }: FixContext): boolean =>
  schedule.start(item) === undefined &&
  schedule
    .drivers(item)
    .some((driver) => driver.kind === 'limit' && (driver.limit === 'program-start' || driver.limit === 'start'));

const forecastOf = (item: Item, { forecastOf: given, state }: FixContext): Day | undefined =>
  given ? given(item) : state.schedule.finish(item);
