import { objectiveProgress } from '../../objectives/objective-progress.ts';
import type { Item } from '../../plan/item.ts';
import { inSteps } from '../../text/in-steps.ts';
import { dayLabel } from '../day-label.ts';
import { shareText } from '../objectives/objective-words.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist } from './shortlist.ts';

/** An objective, and how far it has come. */
export interface ObjectiveLine {
  readonly item: Item;
  /** 0 to 1; undefined where nothing is known of it. */
  readonly share: number | undefined;
  /** `62 %`. */
  readonly text: string;
  readonly detail: string;
  /** What delivers it and is forecast too late; undefined where all is in time. */
  readonly late: { readonly item: Item; readonly detail: string } | undefined;
}

const MOST_OBJECTIVES = 4;

/** The open objectives, what is late first. */
export function* objectiveLines(input: DashboardInput): Generator<void, Shortlist<ObjectiveLine>> {
  const { plan, today, accepts } = input;
  const open = plan.ofType('objective').filter((item) => item.open && accepts(item));
  const all = yield* inSteps(open, (item) => objectiveProgress(item, input));
  all.sort((a, b) => b.late.length - a.late.length || a.objective.index - b.objective.index);
  return shortlist(all, MOST_OBJECTIVES, ({ objective, share, deliveries, delivered, late }) => {
    const [worst] = late;
    return {
      item: objective,
      share,
      text: share === undefined ? '' : shareText(share),
      detail: joined(
        objective.due === undefined ? '' : `due ${dayLabel(objective.due, today)}`,
        deliveries.length === 0 ? '' : `${delivered} of ${deliveries.length} delivered`,
      ),
      late: worst && {
        item: worst.milestone,
        detail: worst.finish === undefined ? 'is late' : `is forecast for ${dayLabel(worst.finish, today)}`,
      },
    };
  });
}
