import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Range } from '../text/range.ts';
import { samplesIn } from './source/samples-in.ts';
import { fileOf, type ValueFiles } from './source/value-files.ts';

/** A value of a metric on a day, and where it is written. */
export interface Sample {
  readonly day: Day;
  readonly value: number;
  /** In the metric's own document: the value itself, or the name of the file that has it. */
  readonly range: Range;
}

/** Which way is better. */
export type Direction = 'up' | 'down';

/**
 * The values of a metric in the order of their days, its own and those of its file; of two on one day the one that is
 * written last counts, and its own before one of the file.
 */
export function seriesOf(metric: Item, files: ValueFiles | undefined): readonly Sample[] {
  const own = (metric.values.samples ?? []).flatMap(({ value: { values, range } }) =>
    values.date === undefined || values.value === undefined ? [] : [{ day: values.date, value: values.value, range }],
  );
  const byDay = new Map<Day, Sample>();
  for (const sample of [...fromFile(metric, files), ...own]) byDay.set(sample.day, sample);
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

function fromFile({ values: { source }, document }: Item, files: ValueFiles | undefined): readonly Sample[] {
  const path = source && fileOf(source, document.path);
  const table = path === undefined ? undefined : files?.at(path);
  if (!source || !table) return [];
  const range = source.at('file');
  return samplesIn(table, source.values).samples.map(({ day, value }) => ({ day, value, range }));
}

/** Which way is better: as it says, else from its threshold, else from its first value, towards its target. */
export function directionOf({ values }: Item, series: readonly Sample[]): Direction | undefined {
  const { direction, target, threshold } = values;
  if (direction) return direction;
  const from = threshold ?? series[0]?.value;
  return target === undefined || from === undefined || from === target ? undefined : target > from ? 'up' : 'down';
}

/** How many times in a row, up to the last value, it has got worse. */
export function worseInARow(series: readonly Sample[], direction: Direction): number {
  let count = 0;
  for (let at = series.length - 1; at > 0; at--) {
    const [before, after] = [series[at - 1] as Sample, series[at] as Sample];
    if (direction === 'up' ? after.value >= before.value : after.value <= before.value) break;
    count++;
  }
  return count;
}

/** Whether a value is beyond a threshold, on the side that is worse. */
export const isBeyond = (value: number, threshold: number, direction: Direction): boolean =>
  direction === 'up' ? value < threshold : value > threshold;

/** How far values look back for a trend, in days. */
const TREND_DAYS = 90;

/**
 * The change of a metric for each day, by least squares over the values of its last ninety days (Legendre 1805);
 * undefined where they are fewer than three, or of one day.
 */
export function trendOf(series: readonly Sample[]): number | undefined {
  const last = series.at(-1)?.day;
  const recent = series.filter(({ day }) => last !== undefined && day > last - TREND_DAYS);
  if (recent.length < 3) return undefined;
  const meanDay = recent.reduce((sum, { day }) => sum + day, 0) / recent.length;
  const mean = recent.reduce((sum, { value }) => sum + value, 0) / recent.length;
  let above = 0;
  let below = 0;
  for (const { day, value } of recent) {
    above += (day - meanDay) * (value - mean);
    below += (day - meanDay) ** 2;
  }
  return below === 0 ? undefined : above / below;
}

/** How far ahead a target is still forecast. */
const MOST_AHEAD = 3650;

/** The day on which a metric reaches its target if its trend goes on; undefined where it does not, or there is none. */
export function targetReached(series: readonly Sample[], target: number, direction: Direction): Day | undefined {
  const last = series.at(-1);
  if (!last) return undefined;
  const left = direction === 'up' ? target - last.value : last.value - target;
  if (left <= 0) return last.day;
  const slope = trendOf(series);
  const speed = slope === undefined ? 0 : direction === 'up' ? slope : -slope;
  const days = speed > 0 ? Math.ceil(left / speed) : Infinity;
  return days > MOST_AHEAD ? undefined : last.day + days;
}
