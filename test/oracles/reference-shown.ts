import { endOf, finishDate, type Minutes } from './reference-calendar.ts';
import { dateOf, type Node } from './reference-node.ts';
import { type Day, dueOf } from './reference-plan.ts';

/** The date on which an item is shown to finish. */
export function shownFinish(node: Node, today: Day): Day {
  const { item, calendar, ef, open, program } = node;
  const latest = (...days: (Day | undefined)[]): Day => Math.max(...days.filter((day) => day !== undefined));
  const day = finishDate(calendar, ef);
  if (node.duration > 0) return open ? latest(day, today) : day;
  const own = ownDate(node, today);
  const shown = own !== undefined && endOf(calendar, own) === ef ? own : day;
  // What is done is done: its date is a fact.
  return open ? latest(shown, item.start, program.start, today) : shown;
}

/** The date that an item of no length stands on where nothing pushes it. */
function ownDate(node: Node, today: Day): Day | undefined {
  const { item, open, window } = node;
  if (open) return window ?? (node.event ? dateOf(node) : undefined);
  return item.closed ?? Math.min(dueOf(item) ?? item.updated ?? today, today);
}

/**
 * The first window on or after the date that an item would be shown to finish on; with none left, it stays. A window
 * without a working day is met by the end of the day.
 */
export function windowAfter(node: Node, at: Minutes, today: Day): Pick<Node, 'ef' | 'window'> {
  const { calendar } = node;
  const windows = [...(node.item.windows ?? [])].sort((a, b) => a.first - b.first || a.last - b.last);
  const shown = shownFinish({ ...node, ef: at }, today);
  const window = windows.find(({ last }) => last >= shown);
  if (!window || window.first <= shown) return { ef: at };
  for (let day = window.first; day <= window.last; day++) {
    if (calendar.days.includes(day)) return { ef: endOf(calendar, day), window: day };
  }
  return { ef: Math.max(at, endOf(calendar, window.first)), window: window.first };
}
