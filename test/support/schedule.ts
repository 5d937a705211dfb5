import { formatDay } from '../../src/core/model/values/day.ts';
import type { Item } from '../../src/core/plan/item.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { type PlanOptions, snapshotOf } from './plan.ts';

/** What is forecast of an item, with dates as they are written. */
export interface Row {
  readonly start: string | undefined;
  readonly finish: string;
  readonly totalFloat: number | undefined;
  readonly freeFloat: number | undefined;
  readonly margin: number | undefined;
  readonly critical: boolean;
}

/** The schedule of a plan whose files are given, to be asked by id. */
export function scheduleOf(files: Readonly<Record<string, string>> | string, options: PlanOptions = {}) {
  const given = typeof files === 'string' ? { 'plan.md': files } : files;
  const snapshot = snapshotOf(given, { today: '2026-11-02', ...options });
  return scheduled(snapshot);
}

/** The schedule of a snapshot, to be asked by id: `id`, where it is unique, or `program/id`. */
export function scheduled(snapshot: Snapshot) {
  const { plan, state } = snapshot;
  const { schedule } = state;
  const item = (id: string): Item => {
    const found = plan.items.find((other) => other.key === id) ?? plan.items.find((other) => other.id === id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };
  const forecast = (id: string) => {
    const found = schedule.of(item(id));
    if (!found) throw new Error(`${id} takes no part in the forecast`);
    return found;
  };
  const show = (day: number | undefined): string | undefined => (day === undefined ? undefined : formatDay(day));
  return {
    snapshot,
    schedule,
    item,
    forecast,
    start: (id: string) => show(forecast(id).start),
    finish: (id: string) => formatDay(forecast(id).finish),
    dates: (id: string) => `${show(forecast(id).start) ?? '-'} ${formatDay(forecast(id).finish)}`,
    row(id: string): Row {
      const { start, finish, totalFloat, freeFloat, margin, critical } = forecast(id);
      return { start: show(start), finish: formatDay(finish), totalFloat, freeFloat, margin, critical };
    },
    drivers: (id: string): string[] =>
      schedule.drivers(item(id)).map((driver) => (driver.kind === 'link' ? driver.link.from.id : driver.limit)),
    program(id: string) {
      const found = schedule.program(id);
      if (!found) throw new Error(`there is no program ${id}`);
      return {
        ...found,
        start: show(found.start),
        finish: show(found.finish),
        criticalPath: found.criticalPath.map((other) => other.id),
      };
    },
  };
}
