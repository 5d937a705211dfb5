import { itemKey } from '../../graph/keys.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { isFirm } from '../../schedule/network.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import type { ItemRow, RowMark } from './row.ts';

/** The row of an item that takes part in the forecast. */
export function itemRow(item: Item, parent: string, plan: Plan, state: PlanState): ItemRow {
  const { schedule } = state;
  return {
    key: itemKey(item, plan),
    kind: 'item',
    parent,
    depth: 2,
    title: visible(item.title),
    item,
    planned: { from: item.values.start, to: item.due },
    // What is given no duration takes none in the forecast, though somebody began it.
    forecast: { from: schedule.start(item) ?? item.values.started, to: schedule.finish(item) },
    slip: schedule.slip(item),
    marks: marksOf(item, state),
  };
}

function marksOf(item: Item, state: PlanState): readonly RowMark[] {
  const { schedule, blocked } = state;
  const isTrue: Readonly<Record<RowMark, boolean>> = {
    goal: schedule.goalOf(item.program) === item,
    firm: isFirm(item),
    critical: schedule.isCritical(item),
    late: item.open && (schedule.slip(item) ?? 0) > 0,
    overdue: state.isOverdue(item),
    blocked: blocked.isBlocked(item),
    'held-up': blocked.isBlockedUpstream(item),
    done: item.finished,
  };
  return (Object.keys(isTrue) as RowMark[]).filter((mark) => isTrue[mark]);
}
