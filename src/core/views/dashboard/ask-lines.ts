import type { Item } from '../../plan/item.ts';
import type { Ask } from '../../report/asks.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel, daysLabel } from '../day-label.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist } from './shortlist.ts';

/** Something that somebody has to decide, hand in or promise. */
export interface AskLine {
  readonly item: Item;
  /** `Decide`. */
  readonly act: string;
  /** `8 days overdue`, `by 4 Dec`. */
  readonly when: string;
  readonly isOverdue: boolean;
  /** `okafor, Kofi Mensah`. */
  readonly of: string;
  /** What moves without it, and after which day. */
  readonly moves: { readonly item: Item; readonly after: string } | undefined;
}

const MOST_ASKS = 6;
/** What has time for longer is no news yet. */
const SOON = 30;

const ACTS: Readonly<Record<Ask['kind'], string>> = {
  decide: 'Decide',
  answer: 'Answer',
  submit: 'Hand in',
  commit: 'Promise',
};

/** What is asked of people within a month, without the escalations, which have a list of their own. */
export function askLines(asks: readonly Ask[], { today }: DashboardInput): Shortlist<AskLine> {
  const soon = asks.filter(
    ({ kind, due = Infinity, lastDay = Infinity }) => kind !== 'answer' && Math.min(due, lastDay) <= today + SOON,
  );
  return shortlist(soon, MOST_ASKS, ({ kind, item, of, due, lastDay, moves }) => ({
    item,
    act: ACTS[kind],
    when: whenText(due ?? lastDay, today),
    isOverdue: (due ?? lastDay ?? today) < today,
    of: joined(of.map(({ name }) => visible(name)).join(', ')),
    moves:
      moves && lastDay !== undefined
        ? { item: moves, after: lastDay <= today ? 'every day now moves' : `after ${dayLabel(lastDay, today)} moves` }
        : undefined,
  }));
}

/** `8 days overdue`, `today`, `by 4 Dec`. */
export function whenText(due: number | undefined, today: number): string {
  if (due === undefined) return '';
  if (due < today) return `${daysLabel(today - due)} overdue`;
  return due === today ? 'today' : `by ${dayLabel(due, today)}`;
}
