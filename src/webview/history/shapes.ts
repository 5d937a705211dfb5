import { type Day, ticksBetween } from '../timeline/scale.ts';
import type { HistoryView } from './data.ts';

/** A shape of the picture: nothing but numbers of its own, and names of the stylesheet. */
export interface Shape {
  readonly tag: 'path' | 'text' | 'circle';
  readonly class: string;
  readonly attributes: Readonly<Partial<Record<'x' | 'y' | 'cx' | 'cy' | 'r' | 'd' | 'text-anchor', string | number>>>;
  /** Of `text`; shown as text. */
  readonly text?: string;
  /** What the mouse is told. */
  readonly title?: string;
}

/** How large a picture is, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room for what stands around: dates on the left, days below, words on the right. */
const MARGIN = { left: 64, right: 112, top: 14, bottom: 26 } as const;
/** Words that are closer than that would lie on each other. */
const LINE = 14;
const SHORTEST_DAYS = 14;

/** Where days stand: when something was said from left to right, which date was said from below to above. */
interface Frame {
  readonly x: (day: Day) => number;
  readonly y: (day: Day) => number;
  readonly across: { readonly from: Day; readonly to: Day; readonly perDay: number };
  readonly up: { readonly from: Day; readonly to: Day; readonly perDay: number };
  readonly right: number;
  readonly bottom: number;
}

/**
 * The due date of an item over time. The line goes up where the date was moved to a later one; the diagonal is the day
 * itself: where the line meets it, the date has come.
 */
export function historyShapes(view: HistoryView, size: Size): readonly Shape[] {
  const frame = frameOf(view, size);
  return [
    ...grid(frame, size),
    ...diagonal(frame),
    ...baselineShapes(view, frame),
    ...todayShapes(view, frame),
    ...stepShapes(view, frame),
    ...endShapes(view, frame),
  ];
}

function frameOf({ steps, today, forecast, closed, baseline }: HistoryView, { width, height }: Size): Frame {
  const dues = steps.flatMap(({ due }) => (due === undefined ? [] : [due]));
  const across = around([...steps.map(({ on }) => on), today, ...(baseline ? [baseline.asOf] : [])], 0.03);
  const ends = [forecast, closed, baseline?.finish].filter((day) => day !== undefined);
  const up = around([...dues, ...ends], 0.12);
  const inner = {
    width: Math.max(80, width - MARGIN.left - MARGIN.right),
    height: height - MARGIN.top - MARGIN.bottom,
  };
  const perDay = { across: inner.width / (across.to - across.from), up: inner.height / (up.to - up.from) };
  const bottom = MARGIN.top + inner.height;
  return {
    x: (day) => round(MARGIN.left + (day - across.from) * perDay.across),
    y: (day) => round(bottom - (day - up.from) * perDay.up),
    across: { ...across, perDay: perDay.across },
    up: { ...up, perDay: perDay.up },
    right: MARGIN.left + inner.width,
    bottom,
  };
}

/** From the first of some days to the last, with some room at both ends. */
function around(days: readonly Day[], room: number): { readonly from: Day; readonly to: Day } {
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Infinity, -Infinity],
  );
  if (first > last) return { from: 0, to: SHORTEST_DAYS };
  const span = Math.max(SHORTEST_DAYS, last - first);
  const more = Math.max(1, Math.ceil(span * room));
  return { from: first - more, to: first + span + more };
}

const round = (value: number): number => Math.round(value * 10) / 10;

function grid({ x, y, across, up, right, bottom }: Frame, { height }: Size): Shape[] {
  const days = ticksBetween(across.from, across.to, across.perDay).lower.filter(({ from }) => from > across.from);
  const dates = ticksBetween(up.from, up.to, up.perDay);
  const lines = dates.lower.filter(({ from }) => from > up.from && from < up.to);
  const names = [...dates.upper, ...dates.lower].length > 0 ? labelled(dates, y, bottom) : [];
  return [
    ...days.map(({ from }) => path('grid', `M${x(from)} ${MARGIN.top}V${bottom}`)),
    ...lines.map(({ from }) => path('grid', `M${MARGIN.left} ${y(from)}H${right}`)),
    ...apart(days, ({ from }) => x(from), 44).map(({ from, label }) =>
      words('axis', x(from), height - 8, monthed(label, from), 'start'),
    ),
    ...names,
    path('frame', `M${MARGIN.left} ${MARGIN.top}V${bottom}H${right}`),
  ];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MS_PER_DAY = 86_400_000;

/** A day as people say it. */
export function dayText(day: Day, withYear = true): string {
  const date = new Date(day * MS_PER_DAY);
  const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return withYear ? `${text} ${date.getUTCFullYear()}` : text;
}

/** The number of a day says nothing without its month; the first of a year says which one begins. */
function monthed(label: string, day: Day): string {
  if (/^\d{1,2}$/.test(label)) return dayText(day, false);
  return /^(?:Jan|Q1)$/.test(label) ? `${label} ${new Date(day * MS_PER_DAY).getUTCFullYear()}` : label;
}

function labelled({ lower }: ReturnType<typeof ticksBetween>, y: Frame['y'], bottom: number): Shape[] {
  const within = lower.filter(({ from }) => y(from) > MARGIN.top && y(from) < bottom - 2);
  return apart(within, ({ from }) => -y(from), LINE + 4).map(({ from, label }) =>
    words('axis', MARGIN.left - 8, y(from) + 4, monthed(label, from), 'end'),
  );
}

/** Those of a rising row that leave each other room. */
function apart<T>(all: readonly T[], at: (one: T) => number, room: number): T[] {
  const kept: T[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    if (last === undefined || at(one) - at(last) >= room) kept.push(one);
  }
  return kept;
}

/** Where the day on which something is said is the date that is said; as far as it lies in the picture. */
function diagonal({ x, y, across, up }: Frame): Shape[] {
  const from = Math.max(across.from, up.from);
  const to = Math.min(across.to, up.to);
  if (from >= to) return [];
  return [path('diagonal', `M${x(from)} ${y(from)}L${x(to)} ${y(to)}`, 'The day itself')];
}

function baselineShapes({ baseline, today }: HistoryView, { x, y }: Frame): Shape[] {
  if (!baseline) return [];
  const { name, finish, asOf } = baseline;
  const title = `At ${name} it was forecast for ${dayText(finish)}`;
  return [
    path('baseline', `M${x(asOf)} ${y(finish)}H${x(Math.max(today, asOf))}`, title),
    path('baseline mark', `M${x(asOf)} ${y(finish) - 4}V${y(finish) + 4}`, title),
  ];
}

const todayShapes = ({ today }: HistoryView, { x, bottom }: Frame): Shape[] => [
  path('today', `M${x(today)} ${MARGIN.top}V${bottom}`, `Today, ${dayText(today)}`),
];

function stepShapes({ steps, today, closed }: HistoryView, { x, y }: Frame): Shape[] {
  const end = closed !== undefined && closed < today ? closed : today;
  return [
    ...steps.flatMap(({ on, due, text }, index): Shape[] => {
      if (due === undefined) return [];
      const next = steps[index + 1];
      const until = Math.max(on, next ? next.on : end);
      const level = path('due', `M${x(on)} ${y(due)}H${x(until)}`, text);
      if (next?.due === undefined) return [level];
      const name = next.due > due ? 'move later' : 'move earlier';
      return [level, path(name, `M${x(next.on)} ${y(due)}V${y(next.due)}`, next.text)];
    }),
    ...steps.flatMap(({ on, due, text }): Shape[] =>
      due === undefined
        ? []
        : [{ tag: 'circle', class: 'point', attributes: { cx: x(on), cy: y(due), r: 4 }, title: text }],
    ),
  ];
}

/** What it comes to, on the right: words that lie apart from each other. */
function endShapes({ steps, forecast, closed, baseline, today }: HistoryView, { x, y, right }: Frame): Shape[] {
  const due = steps.at(-1)?.due;
  const label = (day: Day | undefined, name: string, text: string) =>
    day === undefined ? [] : [{ at: y(day), name, text: `${text} ${dayText(day, false)}` }];
  const isSame = forecast !== undefined && forecast === due;
  const labels = [
    ...label(due, 'due', isSame ? 'due, forecast' : 'due'),
    ...label(isSame ? undefined : forecast, 'forecast', 'forecast'),
    ...label(closed, 'closed', 'closed'),
    ...(baseline ? label(baseline.finish, 'baseline', baseline.name.slice(0, 12)) : []),
  ].sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  const written = labels.map(({ at, name, text }) => {
    last = Math.max(at + 4, last + LINE);
    return words(`end ${name}`, right + 8, last, text, 'start');
  });
  const diamond = (day: Day, on: Day, name: string): Shape =>
    path(
      name,
      `M${x(on) - 6} ${y(day)}L${x(on)} ${y(day) - 6}L${x(on) + 6} ${y(day)}L${x(on)} ${y(day) + 6}Z`,
      `${name}, ${dayText(day)}`,
    );
  return [
    ...written,
    ...(forecast === undefined ? [] : [diamond(forecast, today, 'forecast')]),
    ...(closed === undefined ? [] : [diamond(closed, Math.min(closed, today), 'closed')]),
  ];
}

const path = (name: string, d: string, title?: string): Shape => ({
  tag: 'path',
  class: name,
  attributes: { d },
  ...(title === undefined ? {} : { title }),
});

const words = (name: string, x: number, y: number, text: string, anchor: 'start' | 'end'): Shape => ({
  tag: 'text',
  class: name,
  attributes: { x, y: round(y), 'text-anchor': anchor },
  text,
});
