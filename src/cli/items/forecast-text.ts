import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { endIsUnknown } from '../../core/schedule/facts.ts';
import type { Schedule } from '../../core/schedule/schedule.ts';
import { canWait } from '../../core/state/can-wait.ts';
import type { Drift } from '../../core/state/drift.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { criticalWords } from '../../core/views/critical-words.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { driversText, slipText } from '../schedule/words.ts';
import type { Style } from '../terminal/style.ts';

/** What the schedule says of an item, as names and values; nothing where it takes no part in the forecast. */
export function forecastFacts(item: Item, { state: { schedule, drifts } }: Snapshot, style: Style): [string, string][] {
  const forecast = schedule.of(item);
  if (!forecast || endIsUnknown(item)) return [];
  // What moves nothing could slip for ever.
  const isAlone = schedule.standsAlone(item);
  const { start, finish, slip, totalFloat, freeFloat } = forecast;
  const last = canWait(item) ? schedule.lastResponsibleMoment(item) : undefined;
  const late = slip !== undefined && slip > 0;
  const drift = drifts.of(item);
  const rows: [string, string][] = [
    ['starts', start === undefined ? '' : formatDay(start)],
    ['finishes', `${formatDay(finish)}${late ? style.red(` (${slipText(slip)})`) : ''}`],
    ['baseline', drift ? `${formatDay(drift.from)}${driftText(drift, drifts.baseline?.name ?? '')}` : ''],
    ['total float', isAlone ? '' : inDays(totalFloat)],
    ['free float', isAlone ? '' : inDays(freeFloat)],
    ['margin', inDays(schedule.shownMargin(item))],
    ['critical', item.open ? criticalText(item, schedule) : ''],
    ['can wait until', last ? `${formatDay(last.day)}, or ${visible(last.moves.id)} moves` : ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([name, value]) => [style.dim(name), value]);
}

/** `yes: every slip moves go-live` */
function criticalText(item: Item, schedule: Schedule): string {
  if (!schedule.isCritical(item)) return 'no';
  return schedule.isShownCritical(item) ? criticalWords(item, schedule).replace(/^Critical/, 'yes') : 'yes';
}

/** ` (+3d since v1)` */
const driftText = ({ workingDays }: Drift, name: string): string =>
  workingDays === 0 ? ` (${visible(name)})` : ` (${slipText(workingDays)} since ${visible(name)})`;

const inDays = (days: number | undefined): string => (days === undefined ? '' : counted(days, 'working day'));

/** The most steps of a chain that are told: nobody reads on for ever. */
const MOST_STEPS = 30;

/** Why an item is forecast for its day: what drives it, what drives that, and so on. */
export function whyText(item: Item, { state: { schedule } }: Snapshot): string[] {
  const lines: string[] = [];
  let at: Item | undefined = endIsUnknown(item) ? undefined : item;
  for (let step = 0; at && step < MOST_STEPS; step++) {
    const drivers = schedule.drivers(at);
    const finish = schedule.finish(at);
    if (drivers.length === 0 || finish === undefined) break;
    const slip = schedule.slip(at) ?? 0;
    const late = slip > 0 ? ` (${slipText(slip)})` : '';
    lines.push(visible(`${at.id} on ${formatDay(finish)}${late}, driven by ${driversText(drivers, at, item.program)}`));
    const link = drivers.find((driver) => driver.kind === 'link' && driver.link.from.open);
    at = link?.kind === 'link' ? link.link.from : undefined;
  }
  return lines;
}
