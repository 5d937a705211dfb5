import type { PageLink, PageRow } from './data.ts';
import { type Scale, xOf } from './scale.ts';

/** A shape of a picture: nothing but numbers of its own, and names of the stylesheet. */
export interface Shape {
  readonly tag: 'rect' | 'path' | 'text';
  readonly class: string;
  readonly attributes: Readonly<Partial<Record<'x' | 'y' | 'width' | 'height' | 'rx' | 'd', string | number>>>;
  /** Of `text`; shown as text. */
  readonly text?: string;
}

/** How high a row is, in pixels. */
export const ROW = 26;
const BAR = 10;
const PLAN = 4;
const POINT = 6;
/** What lasts for less than that is still to be seen. */
const LEAST = 3;

/**
 * The shapes of a row, whose top is at `y`. What is forecast is a bar, or a diamond where it takes no time; under it a
 * thin line says what was planned, and a dotted one how far the two are apart. Where the baseline had it is a thin mark.
 */
export function rowShapes(row: PageRow, y: number, scale: Scale): readonly Shape[] {
  const middle = y + ROW / 2;
  return [
    ...plannedShapes(row, middle, scale),
    ...baselineShapes(row, middle, scale),
    ...forecastShapes(row, middle, scale),
    ...slipShapes(row, middle, scale),
    ...formerShapes(row, middle, scale),
  ];
}

/** Where a row stood before: the outline of what was forecast, around what is, and where it was due. */
function formerShapes({ formerly }: PageRow, middle: number, scale: Scale): readonly Shape[] {
  if (!formerly) return [];
  const { due, forecast } = formerly;
  const flag = due === undefined ? [] : [path('ghost due', `M${xOf(due + 1, scale)} ${middle - 8}V${middle + 10}`)];
  if (forecast?.to === undefined) return flag;
  const { left, right } = edgesOf({ forecast }, scale);
  if (forecast.from === undefined) return [...flag, path('ghost', diamond((left + right) / 2, middle, POINT + 2))];
  const outline: Shape = {
    tag: 'rect',
    class: 'ghost',
    attributes: { x: left, y: middle - BAR / 2 - 4, width: right - left, height: BAR + 6, rx: 4 },
  };
  return [...flag, outline];
}

/** Where the forecast of a row begins and ends: of a point, on both sides of it. */
export function edgesOf(
  { forecast: { from, to } }: Pick<PageRow, 'forecast'>,
  scale: Scale,
): { readonly left: number; readonly right: number } {
  if (to === undefined) return { left: 0, right: 0 };
  const end = xOf(to + 1, scale);
  if (from === undefined) return { left: middleOf(to, scale) - POINT, right: middleOf(to, scale) + POINT };
  const start = xOf(from, scale);
  return { left: start, right: Math.max(end, start + LEAST) };
}

const middleOf = (day: number, scale: Scale): number => xOf(day + 0.5, scale);

function forecastShapes(row: PageRow, middle: number, scale: Scale): readonly Shape[] {
  const { kind, forecast } = row;
  if (forecast.to === undefined) return [];
  const { left, right } = edgesOf(row, scale);
  if (kind !== 'item') {
    const [top, bottom] = [middle - 4, middle + 1];
    // A bracket over what is in it.
    const bracket = `M${left} ${bottom + 5}V${top}H${right}V${bottom + 5}L${right - 4} ${bottom}H${left + 4}Z`;
    return [path(`group ${kind}`, right - left < 10 ? box(left, top, right - left, 5) : bracket)];
  }
  if (forecast.from === undefined) return [path('point', diamond((left + right) / 2, middle, POINT))];
  const bar: Shape = {
    tag: 'rect',
    class: 'bar',
    attributes: { x: left, y: middle - BAR / 2 - 1, width: right - left, height: BAR, rx: 2 },
  };
  return row.marks.includes('milestone') ? [bar, path('point', diamond(right, middle - 1, POINT))] : [bar];
}

function plannedShapes({ kind, planned, marks }: PageRow, middle: number, scale: Scale): readonly Shape[] {
  if (kind === 'workstream' || planned.to === undefined) return [];
  const bottom = middle + 8;
  const due = xOf(planned.to + 1, scale);
  // A date that must be kept has a flag of its own form.
  const firm = marks.includes('firm') ? ' firm' : '';
  const flag = path(`due${firm}`, `M${due} ${middle - 8}V${bottom + PLAN / 2}`);
  if (planned.from === undefined || planned.from > planned.to) return [flag];
  const start = xOf(planned.from, scale);
  const line: Shape = {
    tag: 'rect',
    class: 'planned',
    attributes: { x: start, y: bottom - PLAN / 2, width: Math.max(LEAST, due - start), height: PLAN / 2 },
  };
  return [line, flag];
}

/** A line through the row, with a small triangle at its foot: where it was to finish once. */
function baselineShapes({ baseline }: PageRow, middle: number, scale: Scale): readonly Shape[] {
  if (baseline === undefined) return [];
  const x = xOf(baseline + 1, scale);
  const foot = middle + ROW / 2 - 2;
  return [path('baseline', `M${x} ${middle - 8}V${foot - 5}M${x - 4} ${foot}L${x} ${foot - 5}L${x + 4} ${foot}Z`)];
}

function slipShapes(row: PageRow, middle: number, scale: Scale): readonly Shape[] {
  const { right } = edgesOf(row, scale);
  if (row.forecast.to === undefined) return [];
  const { to } = row.planned;
  const isLate = row.marks.includes('late') && to !== undefined && row.kind !== 'workstream';
  const due = isLate ? xOf(to + 1, scale) : 0;
  const gap = isLate && due < right ? [path('slip', `M${due} ${middle - 9}H${right}`)] : [];
  if (row.slip === '') return gap;
  const end = Math.max(right, to === undefined || row.kind === 'workstream' ? right : xOf(to + 1, scale));
  return [...gap, { tag: 'text', class: 'words', attributes: { x: end + 10, y: middle + 4 }, text: row.slip }];
}

/** The line of a link between two rows whose tops are at `fromY` and `toY`, with the head of an arrow at its end. */
export function linkShapes(
  { type, marks }: PageLink,
  from: { readonly row: PageRow; readonly y: number },
  to: { readonly row: PageRow; readonly y: number },
  scale: Scale,
): readonly Shape[] {
  const leaves = edgesOf(from.row, scale)[type.startsWith('F') ? 'right' : 'left'];
  const enters = edgesOf(to.row, scale)[type.endsWith('S') ? 'left' : 'right'];
  const out = type.startsWith('F') ? 1 : -1;
  const into = type.endsWith('S') ? 1 : -1;
  const start = from.y + ROW / 2;
  const end = to.y + ROW / 2;
  const turn = leaves + out * STUB;
  const before = enters - into * (STUB + HEAD);
  // Around a corner where there is room, else along the edge between the two rows.
  const isDirect = out === into && (before - turn) * into >= 0;
  const between = to.y > from.y ? to.y : to.y + ROW;
  const way = isDirect
    ? `M${leaves} ${start}H${before}V${end}H${enters - into * HEAD}`
    : `M${leaves} ${start}H${turn}V${between}H${before}V${end}H${enters - into * HEAD}`;
  const head = `M${enters} ${end}l${-into * HEAD} -3v6z`;
  const isSummary = from.row.kind !== 'item' || to.row.kind !== 'item';
  const name = ['link', ...marks, ...(isSummary ? ['summary'] : [])].join(' ');
  return [path(name, way), path(`${name} head`, head)];
}

const STUB = 5;
const HEAD = 6;

const path = (name: string, d: string): Shape => ({ tag: 'path', class: name, attributes: { d } });

const diamond = (x: number, y: number, size: number): string =>
  `M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`;

const box = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${Math.max(LEAST, width)}v${height}h${-Math.max(LEAST, width)}Z`;
