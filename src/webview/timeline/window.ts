import type { PageLink, PageRow } from './data.ts';
import { dayWords } from './scale.ts';
import { ROW } from './shapes.ts';

/** The part of a chart that is seen, in pixels of the whole. */
export interface Seen {
  readonly top: number;
  readonly height: number;
}

/** The first row that is seen, and the one after the last. */
export function rowsSeen({ top, height }: Seen, count: number): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.min(count, Math.floor(top / ROW)));
  return { first, end: Math.max(first, Math.min(count, Math.ceil((top + height) / ROW))) };
}

/** The links of which at least one end is among some rows. */
export const linksSeen = (
  links: readonly PageLink[],
  { first, end }: { readonly first: number; readonly end: number },
): readonly PageLink[] => links.filter(({ from, to }) => (from >= first && from < end) || (to >= first && to < end));

/** What a row says to somebody who does not see it: its dates, and all that is on its card, where that has come. */
export function spoken(row: PageRow, card: readonly string[] | undefined): string {
  const { kind, title, slip, marks, folded } = row;
  const isGroup = kind !== 'item';
  const short = [...(isGroup ? [] : marks), ...dates(row), slip];
  return [
    title,
    isGroup && folded ? 'folded' : '',
    ...(card?.slice(1) ?? short),
    isGroup && marks.includes('critical') ? 'has a critical path' : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** The days that the bars of a row stand for, in words. */
function dates({ kind, planned, forecast, baseline }: PageRow): readonly string[] {
  const { from, to } = forecast;
  const begins = from === undefined || from === to ? '' : `${dayWords(from)} to `;
  return [
    to === undefined ? '' : `forecast ${begins}${dayWords(to)}`,
    planned.to === undefined || kind === 'workstream'
      ? ''
      : `${kind === 'program' ? 'target' : 'due'} ${dayWords(planned.to)}`,
    baseline === undefined ? '' : `at the baseline ${dayWords(baseline)}`,
  ];
}
