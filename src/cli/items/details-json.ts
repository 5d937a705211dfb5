import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { canWait } from '../../core/state/can-wait.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { findingJson } from '../findings/json.ts';
import { driftJson, driverJson, forecastJson } from '../schedule/scheduled-json.ts';
import { figuresJson } from './figures-json.ts';
import { findingsOf } from './findings-of.ts';
import { itemJson } from './item-json.ts';
import { type Neighbour, waitedForBy, waitsFor } from './neighbours.ts';
import { writtenFields } from './written-fields.ts';

/** An item with its neighbours, what blocks it, and what was found in it. */
export function itemDetailsJson(item: Item, snapshot: Snapshot) {
  const { plan, state } = snapshot;
  return {
    ...itemJson(item, snapshot),
    fields: Object.fromEntries(writtenFields(item)),
    waitsFor: waitsFor(item, plan).map(linkJson),
    waitedForBy: waitedForBy(item, plan).map(linkJson),
    figures: figuresJson(item, snapshot),
    schedule: scheduleJson(item, snapshot),
    blockCauses: state.blocked.causes(item).map(({ by, kind }) => ({ id: by.key, kind })),
    rootCauses: state.blocked.roots(item).map((root) => root.key),
    findings: findingsOf(item, snapshot).map(findingJson),
  };
}

function linkJson({ item, link, lag }: Neighbour) {
  return { id: item.key, link, lag: lag ?? null };
}

/** What is computed of an item, and what drives it; null where it takes no part in the forecast. */
function scheduleJson(item: Item, { state: { schedule, drifts } }: Snapshot) {
  const forecast = schedule.of(item);
  if (!forecast) return null;
  const last = schedule.lastResponsibleMoment(item);
  return {
    ...forecastJson(forecast, item),
    ...driftJson(drifts.of(item)),
    drivers: schedule.drivers(item).map(driverJson),
    lastResponsibleMoment: canWait(item) && last ? { day: formatDay(last.day), moves: last.moves.key } : null,
  };
}
