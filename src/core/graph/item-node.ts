import { isLate } from '../filter/filters.ts';
import type { TypeName } from '../model/registry.ts';
import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { blockedText, datesText, overdueText, statusText } from '../views/item-label.ts';
import { itemKey } from './keys.ts';
import { labelText } from './label-text.ts';
import type { Planned } from './options.ts';
import { type ItemNode, NODE_STATES, type NodeState } from './picture.ts';
import type { Selection } from './select.ts';

/** An item as a node, in the group of that key. */
export function itemNode(item: Item, group: string | undefined, selection: Selection, planned: Planned): ItemNode {
  const { plan, state } = planned;
  const outside = ({ index }: Item): boolean => selection.isIn[index] !== 1;
  return {
    kind: 'item',
    key: itemKey(item, plan),
    id: visible(item.id),
    title: visible(item.title),
    type: item.type.name as TypeName,
    status: item.status,
    lines: linesOf(item, planned),
    states: statesOf(item, state),
    goal: state.schedule.goalOf(item.program) === item,
    focus: selection.focus.has(item),
    program: visible(item.program),
    workstream: item.workstream === undefined ? undefined : visible(item.workstream),
    group,
    beyond: {
      upstream: plan.linksTo(item).filter((link) => outside(link.from)).length,
      downstream: plan.linksFrom(item).filter((link) => outside(link.to)).length,
    },
  };
}

/** The title, the dates, and what is wrong, as the tree says it. */
function linesOf(item: Item, { plan, state, today }: Planned): readonly string[] {
  const dates = item.open ? datesText(item, state, today) : statusText(item, plan, today);
  const troubles = item.open
    ? [
        state.schedule.isShownCritical(item) ? 'critical' : '',
        overdueText(item, state, today),
        blockedText(item, state) || (state.blocked.isBlocked(item) ? 'blocked' : ''),
      ]
    : [];
  const lines = [item.title, dates, troubles.filter((text) => text !== '').join(' · ')];
  return lines.filter((line, n) => n === 0 || line !== '').map(labelText);
}

function statesOf(item: Item, state: PlanState): readonly NodeState[] {
  const isTrue: Readonly<Record<NodeState, () => boolean>> = {
    done: () => item.finished,
    dropped: () => item.dropped,
    critical: () => state.schedule.isShownCritical(item),
    blocked: () => state.blocked.isBlocked(item),
    'held-up': () => state.blocked.isBlockedUpstream(item),
    late: () => isLate(item, state),
    overdue: () => state.isOverdue(item),
    stale: () => state.staleness(item) !== undefined,
  };
  return NODE_STATES.filter((name) => isTrue[name]());
}
