import { type Day, formatDay } from '../../../core/model/values/day.ts';
import type { Candidate } from '../candidate.ts';

/** Periods that people ask for, around a day: a filter on a date finds whatever lies within. */
export function periodCandidates(today: Day): Candidate[] {
  const [year, month] = formatDay(today).split('-').map(Number) as [number, number];
  const quarter = Math.ceil(month / 3);
  return [
    [monthAt(year, month), 'this month'],
    [monthAt(year, month + 1), 'next month'],
    [monthAt(year, month - 1), 'last month'],
    [quarterAt(year, quarter), 'this quarter'],
    [quarterAt(year, quarter + 1), 'next quarter'],
    [String(year), 'this year'],
    [formatDay(today), 'today'],
  ].map(([value = '', detail = '']) => ({ value, kind: 'date', detail, words: detail }));
}

function monthAt(year: number, month: number): string {
  const [years, at] = [Math.floor((month - 1) / 12), ((month + 11) % 12) + 1];
  return `${year + years}-${String(at).padStart(2, '0')}`;
}

const quarterAt = (year: number, quarter: number): string =>
  quarter > 4 ? `${year + 1}-Q${quarter - 4}` : `${year}-Q${quarter}`;
