import { itemKey } from '../../graph/keys.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { isFirm } from '../../schedule/network.ts';
import type { Drift } from '../../state/drift.ts';
import { shownSlip } from '../../state/shown-slip.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import type { Compared } from '../diff/compared.ts';
import type { TimelineInput } from './input.ts';
import type { Formerly, GroupRow, ItemRow, RowMark, Stretch } from './row.ts';

/**
 * The row of an item that takes part in the forecast.
 * @param compared what the plan was, where a change to it is reviewed
 */
export function itemRow(
  item: Item,
  { key: parent, depth }: Pick<GroupRow, 'key' | 'depth'>,
  { plan, state }: TimelineInput,
  compared?: Compared,
): ItemRow {
  const { schedule } = state;
  const change = compared?.changeOf(item);
  return {
    key: itemKey(item, plan),
    kind: 'item',
    parent,
    depth: depth + 1,
    title: visible(item.title),
    item,
    planned: { from: item.values.start, to: item.due },
    forecast: forecastOf(item, state),
    baseline: baselineShown(state.drifts.of(item)),
    slip: shownSlip(item, schedule),
    marks: marksOf(item, state),
    change: change?.kind,
    formerly: change?.item.base && compared && formerly(item, change.item.base, state, compared),
  };
}

/** What is given no duration takes none in the forecast, though somebody began it. */
const forecastOf = (item: Item, { schedule }: PlanState): Stretch => ({
  from: schedule.start(item) ?? item.values.started,
  to: schedule.finish(item),
});

function formerly(item: Item, was: Item, state: PlanState, { base }: Compared): Formerly | undefined {
  const [before, now] = [forecastOf(was, base.state), forecastOf(item, state)];
  const isSame = before.from === now.from && before.to === now.to;
  if (isSame && was.due === item.due) return undefined;
  return { due: was.due === item.due ? undefined : was.due, forecast: isSame ? undefined : before };
}

/** Where the baseline had what is elsewhere now. */
export const baselineShown = (drift: Drift | undefined): Day | undefined =>
  drift && drift.days !== 0 ? drift.from : undefined;

function marksOf(item: Item, state: PlanState): readonly RowMark[] {
  const { schedule, blocked } = state;
  const isTrue: Readonly<Record<RowMark, boolean>> = {
    goal: schedule.goalOf(item.program) === item,
    firm: isFirm(item),
    critical: schedule.isShownCritical(item),
    late: item.open && (schedule.slip(item) ?? 0) > 0,
    overdue: state.isOverdue(item),
    blocked: blocked.isBlocked(item),
    'held-up': blocked.isBlockedUpstream(item),
    done: item.finished,
  };
  return (Object.keys(isTrue) as RowMark[]).filter((mark) => isTrue[mark]);
}
