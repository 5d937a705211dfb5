import { svgElement } from '../dom.ts';
import type { PageMetric } from './data.ts';

const WIDTH = 108;
const HEIGHT = 30;
/** Room for the point at the end, and for lines to be as thick as they are. */
const EDGE = 3.5;

/** Where the points of a metric are drawn, and the lines that it is measured by: numbers alone. */
export interface SparkShape {
  readonly line: string;
  readonly area: string;
  readonly end: { readonly x: number; readonly y: number };
  /** Heights; undefined where there is none. */
  readonly threshold: number | undefined;
  readonly target: number | undefined;
}

/** Puts the values of a metric into a picture, by their days; undefined where there are too few for a line. */
export function sparkShape(metric: PageMetric): SparkShape | undefined {
  const { series, threshold, target } = quartered(metric);
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last || series.length < 2) return undefined;
  const values = series.map(({ value }) => value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  // A bound that is far away would press the values into a flat line: then it is left to the words.
  const room = Math.max(high - low, Math.abs(high) * 0.05, 1e-300);
  const near = (bound: number | undefined): bound is number =>
    bound !== undefined && bound >= low - room && bound <= high + room;
  const bounds = [threshold, target].filter(near);
  const bottom = Math.min(low, ...bounds);
  const span = Math.max(high, ...bounds) - bottom;
  const days = Math.max(1, last.day - first.day);
  const x = (day: number): number => round(EDGE + ((day - first.day) / days) * (WIDTH - 2 * EDGE));
  const y = (value: number): number =>
    round(span === 0 ? HEIGHT / 2 : HEIGHT - EDGE - ((value - bottom) / span) * (HEIGHT - 2 * EDGE));
  const points = series.map(({ day, value }) => `${x(day)} ${y(value)}`);
  return {
    line: `M${points.join('L')}`,
    area: `M${x(first.day)} ${HEIGHT}L${points.join('L')}L${x(last.day)} ${HEIGHT}Z`,
    end: { x: x(last.day), y: y(last.value) },
    threshold: near(threshold) ? y(threshold) : undefined,
    target: near(target) ? y(target) : undefined,
  };
}

/** The same with smaller numbers: how far the largest are apart is no number. */
function quartered({ series, threshold, target }: PageMetric): Pick<PageMetric, 'series' | 'threshold' | 'target'> {
  const quarter = (value: number | undefined): number | undefined => (value === undefined ? undefined : value / 4);
  return {
    series: series.map(({ day, value }) => ({ day, value: value / 4 })),
    threshold: quarter(threshold),
    target: quarter(target),
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The picture itself. What it says stands in words beside it. */
export function sparkline(metric: PageMetric): SVGSVGElement | undefined {
  const shape = sparkShape(metric);
  if (!shape) return undefined;
  const picture = svgElement('svg');
  const attributes = { class: 'spark', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT };
  for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, String(value));
  picture.setAttribute('aria-hidden', 'true');
  const level = (y: number | undefined, name: string) => (y === undefined ? [] : [path(name, `M0 ${y}H${WIDTH}`)]);
  const end = svgElement('circle');
  for (const [name, value] of Object.entries({ class: 'end', cx: shape.end.x, cy: shape.end.y, r: 2.5 }))
    end.setAttribute(name, String(value));
  picture.append(
    path('area', shape.area),
    ...level(shape.target, 'target'),
    ...level(shape.threshold, 'threshold'),
    path('values', shape.line),
    end,
  );
  return picture;
}

function path(name: string, d: string): SVGPathElement {
  const made = svgElement('path');
  made.setAttribute('class', name);
  made.setAttribute('d', d);
  return made;
}
