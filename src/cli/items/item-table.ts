import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';

/** A line for each item: its name, type, status, due date, owner and title. */
export function itemTable(items: readonly Item[], snapshot: Snapshot, style: Style): string {
  return columns(items.map((item) => itemRow(item, snapshot, style)))
    .map((line) => `${line}\n`)
    .join('');
}

/** The cells of such a line. */
export function itemRow(item: Item, snapshot: Snapshot, style: Style): string[] {
  const { plan } = snapshot;
  return [
    style.bold(visible(plan.programs.length > 1 ? item.key : item.id)),
    item.type.name,
    statusCell(item, snapshot, style),
    item.due === undefined ? '' : dueCell(item, snapshot, style),
    visible(item.owner?.name ?? ''),
    visible(item.title),
  ];
}

function statusCell(item: Item, { state }: Snapshot, style: Style): string {
  if (!item.open) return style.dim(item.status);
  if (!state.blocked.isBlocked(item)) return item.status;
  return style.red(item.status === 'blocked' ? 'blocked' : `${item.status} (blocked)`);
}

function dueCell(item: Item, { state }: Snapshot, style: Style): string {
  const due = formatDay(item.due as number);
  return state.isOverdue(item) ? style.red(due) : due;
}
