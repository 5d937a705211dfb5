import type { Item } from '../../plan/item.ts';
import { keyMilestonesOf } from '../../report/key-milestones.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel } from '../day-label.ts';
import { signedDays } from '../forecast-label.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist } from './shortlist.ts';

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
export function milestoneLines({ plan, state, today, accepts }: DashboardInput): Shortlist<MilestoneLine> {
  const { schedule, blocked } = state;
  const when = (item: Item): number => schedule.finish(item) ?? item.due ?? Infinity;
  const open = plan.ofType('milestone').filter((item) => item.open && accepts(item));
  const isKey = keyMilestonesOf(plan, state);
  return shortlist(
    open.sort((a, b) => when(a) - when(b) || a.index - b.index),
    MOST_MILESTONES,
    (item) => {
      const slip = schedule.slip(item) ?? 0;
      const day = when(item);
      const isBlocked = blocked.isBlocked(item);
      return {
        item,
        day: Number.isFinite(day) ? dayLabel(day, today) : 'no date',
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
  );
}
