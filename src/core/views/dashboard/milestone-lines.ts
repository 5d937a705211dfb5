import type { Item } from '../../plan/item.ts';
import { keyMilestonesOf } from '../../report/key-milestones.ts';
import { toldFinish, toldSlip, undatedBecause } from '../../report/told-finish.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel } from '../day-label.ts';
import { signedDays } from '../forecast-label.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlistWith } from './shortlist.ts';

/** A milestone that comes next. */
export interface MilestoneLine {
  readonly item: Item;
  /** When it is forecast: `8 Dec`. */
  readonly day: string;
  /** `+3d` after its due date; empty where it keeps it, or has none. */
  readonly slip: string;
  /** Whether leaders watch it. */
  readonly isKey: boolean;
  readonly isBlocked: boolean;
  readonly detail: string;
}

const MOST_MILESTONES = 5;

/** The open milestones that are forecast next. */
export function milestoneLines(input: DashboardInput): Shortlist<MilestoneLine> {
  const { plan, state, today, accepts } = input;
  const { blocked } = state;
  const open = plan.ofType('milestone').filter((item) => item.open && accepts(item));
  const when = new Map(open.map((item) => [item, toldFinish(item, input) ?? item.due ?? Infinity]));
  const sorted = [...when].sort(([a, x], [b, y]) => (x === y ? a.index - b.index : x - y));
  const isKey = keyMilestonesOf(plan, state);
  const slipOf = (item: Item): number => toldSlip(item, input) ?? 0;
  return shortlistWith(
    sorted,
    MOST_MILESTONES,
    ([item, day]) => {
      const slip = slipOf(item);
      const isBlocked = blocked.isBlocked(item);
      return {
        item,
        day: Number.isFinite(day) ? dayLabel(day, today) : (undatedBecause(item, input) ?? 'no date'),
        slip: slip > 0 ? signedDays(slip) : '',
        isKey: isKey(item),
        isBlocked,
        detail: joined(
          item.owner && visible(item.owner.name),
          item.due === undefined || item.due === day ? '' : `due ${dayLabel(item.due, today)}`,
          isBlocked ? 'blocked' : '',
        ),
      };
    },
    [([item]) => slipOf(item) > 0, 'late'],
  );
}
