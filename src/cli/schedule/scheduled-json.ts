import { formatDuration } from '../../core/model/values/duration.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Driver } from '../../core/schedule/drivers.ts';
import type { Forecast } from '../../core/schedule/forecast.ts';
import type { Drift } from '../../core/state/drift.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { dayJson } from './day-json.ts';

/** An item that takes part in the forecast, as JSON. */
export function scheduledJson(item: Item, { state }: Snapshot) {
  return {
    id: item.key,
    type: item.type.name,
    title: item.title,
    status: item.status,
    ...forecastJson(state.schedule.of(item) as Forecast, item),
    ...driftJson(state.drifts.of(item)),
    blocked: state.blocked.isBlocked(item),
    blockedBy: [...new Set(state.blocked.causes(item).map(({ by }) => by.key))].filter((key) => key !== item.key),
    stale: state.staleness(item) !== undefined,
    overdue: state.isOverdue(item),
    drivers: state.schedule.drivers(item).map(driverJson),
  };
}

/** The figures of an item's forecast, in days; what it does not have is null. */
export function forecastJson(forecast: Forecast, item: Item) {
  return {
    start: dayJson(forecast.start),
    finish: dayJson(forecast.finish),
    due: dayJson(item.due),
    duration: forecast.duration,
    earlyStart: forecast.earlyStart,
    earlyFinish: forecast.earlyFinish,
    lateStart: forecast.lateStart ?? null,
    lateFinish: forecast.lateFinish ?? null,
    totalFloat: forecast.totalFloat ?? null,
    freeFloat: forecast.freeFloat ?? null,
    margin: forecast.margin ?? null,
    slip: forecast.slip ?? null,
    slipCalendarDays: forecast.slipCalendarDays ?? null,
    critical: forecast.critical,
  };
}

/** What was forecast at the baseline, and how far that is now; null where there is no baseline, or nothing was. */
export const driftJson = (drift: Drift | undefined) => ({
  baseline: dayJson(drift?.from),
  drift: drift?.workingDays ?? null,
  driftCalendarDays: drift?.days ?? null,
});

/** What sets a forecast: the item that is waited for and the type of link, or a limit of the item's own. */
export function driverJson(driver: Driver) {
  if (driver.kind === 'limit') return { id: null, kind: driver.limit };
  const { from, type, lag } = driver.link;
  return { id: from.key, kind: type, lag: lag ? formatDuration(lag) : null };
}
