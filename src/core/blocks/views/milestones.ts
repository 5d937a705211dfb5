import type { Item } from '../../plan/item.ts';
import { toldFinish, toldSlip } from '../../report/told-finish.ts';
import type { PlanState } from '../../state/state.ts';
import { signedDays } from '../../views/forecast-label.ts';
import { statusLabel } from '../../views/item-label.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { dayText, linkedId, nothing, ownerText, shownText, tableOf, titleText } from './markdown.ts';
import { askedFor, SHOW } from './show.ts';

const HEAD = ['Milestone', 'Title', 'Owner', 'Due', 'Forecast', 'Slip', 'Status'];

/** Milestones by the day on which they are forecast. */
export const milestones: BlockView = {
  name: 'milestones',
  doc: 'A table of milestones by their forecast: owner, due date, forecast, slip and status.',
  options: SHOW,
  *lines(request) {
    const asked = askedFor('milestone', request);
    if (asked.length === 0) return nothing('milestones');
    yield;
    const when = new Map(asked.map((item) => [item, toldFinish(item, request) ?? item.due]));
    yield;
    // What takes no part in the forecast stands last; equal days in document order.
    const sorted = [...when].sort(([, a = Infinity], [, b = Infinity]) => (a === b ? 0 : a - b));
    yield;
    const items = sorted.map(([item]) => item);
    return tableOf(HEAD, items, (item) => [
      linkedId(item, request),
      titleText(item),
      ownerText(item),
      dayText(item.due),
      dayText(toldFinish(item, request)),
      slipText(item, request),
      statusText(item, request.state),
    ]);
  },
};

function slipText(item: Item, request: ViewRequest): string {
  const slip = toldSlip(item, request);
  return slip === undefined ? '' : signedDays(slip);
}

/** `in progress, blocked, critical`: what its owner says, and what is computed. */
export function statusText(item: Item, state: PlanState): string {
  const status = shownText(statusLabel(item.status));
  if (!item.open) return status;
  return [
    status,
    ...(item.status !== 'blocked' && state.blocked.isBlocked(item) ? ['blocked'] : []),
    ...(state.isOverdue(item) ? ['overdue'] : []),
    ...(state.schedule.isCritical(item) ? ['critical'] : []),
  ].join(', ');
}
