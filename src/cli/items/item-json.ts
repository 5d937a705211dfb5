import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { endIsUnknown } from '../../core/schedule/facts.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { spanOf } from '../findings/position.ts';

/** An item as every JSON document tells it: what it says of itself, and how it stands today. */
export function itemJson(item: Item, { plan, state }: Pick<Snapshot, 'plan' | 'state'>) {
  const day = (value: number | undefined): string | null => (value === undefined ? null : formatDay(value));
  return {
    id: item.key,
    type: item.type.name,
    title: item.title,
    status: item.status,
    open: item.open,
    owner: item.owner?.name ?? null,
    program: item.program,
    workstream: item.workstream ?? null,
    start: day(item.values.start),
    due: day(item.due),
    blocked: state.blocked.isBlocked(item),
    blockedBy: [...new Set(state.blocked.causes(item).map(({ by }) => by.key))].filter((key) => key !== item.key),
    stale: state.staleness(item) !== undefined,
    overdue: state.isOverdue(item),
    forecast: endIsUnknown(item) ? null : day(state.schedule.finish(item)),
    slip: state.schedule.slip(item) ?? null,
    critical: state.schedule.isCritical(item),
    health: item.type.name === 'program' ? healthJson(item, plan, state) : null,
    file: item.document.path,
    range: spanOf({ source: item.document, range: item.idRange }),
  };
}

function healthJson(item: Item, plan: Snapshot['plan'], state: Snapshot['state']) {
  const program = plan.programs.find((one) => one.item === item);
  return program ? state.health(program).value : null;
}
