import { type Day, formatDay, parseDay } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { shownSlip } from '../../state/shown-slip.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel, fullDayLabel } from '../../views/day-label.ts';
import { signedDays } from '../../views/forecast-label.ts';
import { toldFinish } from '../told-finish.ts';
import { escapeHtml } from './escape-html.ts';

/** Units of the picture: it is scaled to the width of its page. */
const WIDTH = 960;
const NAMES = 330;
const ROW = 30;
const HEAD = 44;
const RIGHT = 150;
const MOST_NAME = 46;

/**
 * Milestones in time, a row for each, as SVG that stands for itself: when each is due, when it is forecast, and when the
 * baseline had it. Colours come from the page: `--late`, `--good`, `--quiet` and `--line`.
 */
export function milestonePicture(items: readonly Item[], state: PlanState, today: Day): string {
  const rows = items.flatMap((item) => {
    const finish = toldFinish(item, { state }) ?? item.due;
    return finish === undefined ? [] : [{ item, finish, was: state.drifts.of(item)?.from }];
  });
  if (rows.length === 0) return '';
  const days = rows.flatMap(({ item, finish, was }) => [finish, item.due ?? finish, was ?? finish]);
  const span = { from: Math.min(today, ...days), to: Math.max(today + 1, ...days) };
  const x = (day: Day): number =>
    Math.round((NAMES + ((day - span.from) / (span.to - span.from)) * (WIDTH - NAMES - RIGHT)) * 10) / 10;
  const bottom = HEAD + rows.length * ROW;
  const height = bottom + 30;
  const lines = [
    `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(`Milestones in time, from ${fullDayLabel(span.from)} to ${fullDayLabel(span.to)}`)}">`,
    ...monthsIn(span.from, span.to).map(({ day, label }) => {
      return `<line x1="${x(day)}" x2="${x(day)}" y1="${HEAD - 6}" y2="${bottom}" class="grid"/><text x="${x(day) + 4}" y="${HEAD - 12}" class="quiet">${label}</text>`;
    }),
    `<line x1="${x(today)}" x2="${x(today)}" y1="16" y2="${bottom}" class="today"/><text x="${x(today)}" y="12" class="quiet" text-anchor="middle">today</text>`,
    ...rows.map((row, index) => rowOf(row, HEAD + index * ROW + ROW / 2, x, state, today)),
    legend(bottom + 20, rows),
    '</svg>',
  ];
  return lines.join('\n');
}

interface Row {
  readonly item: Item;
  readonly finish: Day;
  readonly was: Day | undefined;
}

function rowOf({ item, finish, was }: Row, y: number, x: (day: Day) => number, state: PlanState, today: Day): string {
  const slip = shownSlip(item, state.schedule) ?? 0;
  const isLate = item.open && slip > 0;
  const { due } = item;
  const early = due !== undefined && due > finish ? `, due ${dayLabel(due, today)}` : '';
  const label = `${dayLabel(finish, today)}${isLate ? ` (${signedDays(slip)})` : early}`;
  const told = [
    `forecast ${dayLabel(finish, today)}`,
    due === undefined ? '' : `due ${dayLabel(due, today)}`,
    was === undefined ? '' : `baseline ${dayLabel(was, today)}`,
  ];
  return [
    `<g><title>${escapeHtml(`${visible(item.title)}: ${told.filter((part) => part !== '').join(', ')}`)}</title>`,
    `<text x="0" y="${y + 4}">${escapeHtml(short(visible(item.title)))}</text>`,
    isLate && due !== undefined ? `<line x1="${x(due)}" x2="${x(finish)}" y1="${y}" y2="${y}" class="slip"/>` : '',
    was === undefined || was === finish ? '' : `<circle cx="${x(was)}" cy="${y}" r="3.5" class="baseline"/>`,
    due === undefined || due === finish ? '' : `<path d="${diamond(x(due), y, 6)}" class="due"/>`,
    `<path d="${diamond(x(finish), y, 7)}" class="${isLate ? 'late' : 'good'}"/>`,
    `<text x="${x(Math.max(finish, due ?? finish)) + 12}" y="${y + 4}" class="quiet">${escapeHtml(label)}</text></g>`,
  ].join('');
}

/** What the signs mean, beside each other. */
function legend(y: number, rows: readonly Row[]): string {
  const hasBaseline = rows.some(({ was }) => was !== undefined);
  const signs = [
    [`<path d="${diamond(NAMES + 6, y - 4, 6)}" class="good"/>`, 'forecast in time', 24],
    [`<path d="${diamond(NAMES + 136, y - 4, 6)}" class="late"/>`, 'forecast late', 154],
    [`<path d="${diamond(NAMES + 256, y - 4, 6)}" class="due"/>`, 'due', 274],
    ...(hasBaseline ? [[`<circle cx="${NAMES + 322}" cy="${y - 4}" r="3.5" class="baseline"/>`, 'baseline', 338]] : []),
  ] as const;
  return signs
    .map(([sign, word, x]) => `${sign}<text x="${NAMES + Number(x) - 6}" y="${y}" class="quiet">${word}</text>`)
    .join('');
}

const diamond = (x: number, y: number, size: number): string =>
  `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;

function short(title: string): string {
  const characters = [...title];
  return characters.length > MOST_NAME ? `${characters.slice(0, MOST_NAME - 1).join('')}…` : title;
}

/** The firsts of months in a span; of a long one not all. */
function monthsIn(from: Day, to: Day): readonly { readonly day: Day; readonly label: string }[] {
  const [year = 0, month = 1] = formatDay(from).split('-').map(Number);
  const found: { day: Day; label: string }[] = [];
  for (let n = 1; ; n++) {
    const at = month - 1 + n;
    const day = parseDay(
      `${String(year + Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`,
    );
    if (day === undefined || day > to) break;
    const [, name = '', of = ''] = fullDayLabel(day).split(' ');
    found.push({ day, label: at % 12 === 0 ? `${name} ${of}` : name });
  }
  const every = Math.ceil(found.length / 10);
  return found.filter((_, index) => index % every === 0);
}
