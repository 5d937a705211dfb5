import { element, letterOf, svgElement } from '../dom.ts';
import { Card } from '../lists/card.ts';
import type { PageRow, TimelineView } from './data.ts';
import { CLOSEST, dayAt, FARTHEST, fitted, type Scale, ticksBetween, xOf } from './scale.ts';
import { linkShapes, ROW, rowShapes, type Shape } from './shapes.ts';
import { linksSeen, rowsSeen, spoken } from './window.ts';

/** How high the axis is, and how wide the names are, in pixels. */
const AXIS = 40;
/** Names take so much of the width, within bounds in pixels: more of it where that is little, or none could be read. */
const NAMES = { share: 0.26, least: 140, most: 420, ofLittle: { share: 0.38, most: 250 } } as const;
/** How far a row stands in under the one that it belongs to, in pixels; less where there is little room for names. */
const INDENT = { usual: 14, little: 9 } as const;

export interface ChartOptions {
  /** A row was clicked, or Enter pressed on it. */
  readonly open: (id: string) => void;
  /** It was zoomed, or the rows under the eyes have changed. */
  readonly moved: () => void;
  /** What is known of a row is wanted. */
  readonly ask: (id: string) => void;
  /** Pixels for a day, as kept; fitted to the width without. */
  readonly perDay?: number | undefined;
}

/**
 * The rows of a timeline and what they show over time. However many rows there are, only those in sight are drawn, anew
 * with each movement; the rest is empty space to scroll over.
 */
export class Chart {
  readonly element: HTMLElement;
  readonly #card: Card;
  readonly #extent = element('div', { class: 'extent', attributes: { role: 'none' } });
  /** What is seen of it: it stays where it is, and is drawn anew. */
  readonly #face = element('div', { class: 'face', attributes: { role: 'none' } });
  readonly #axis = svgElement('svg');
  readonly #names = element('div', { class: 'names', attributes: { role: 'none' } });
  readonly #bars = svgElement('svg');
  readonly #options: ChartOptions;
  #view: TimelineView | undefined;
  #perDay: number | undefined;
  #scale: Scale = { from: 0, perDay: 1 };
  /** The key of the row that the keyboard is on. */
  #current: string | undefined;
  /** What is known of a row, by its key: of the one that the keyboard is on. */
  #told: { readonly key: string; readonly lines: readonly string[] } | undefined;
  #marked: string | undefined;
  #drawing: number | undefined;

  constructor(options: ChartOptions) {
    this.#options = options;
    this.#perDay = options.perDay;
    this.#axis.setAttribute('class', 'axis');
    this.#bars.setAttribute('class', 'bars');
    for (const picture of [this.#axis, this.#bars]) picture.setAttribute('aria-hidden', 'true');
    this.#face.append(this.#axis, this.#names, this.#bars);
    this.#extent.append(this.#face);
    this.element = element(
      'div',
      { class: 'chart', attributes: { role: 'tree', tabindex: '0', 'aria-label': 'Timeline' } },
      this.#extent,
    );
    this.element.addEventListener('scroll', () => this.#drawSoon());
    this.element.addEventListener('click', (event) => this.#click(event));
    this.element.addEventListener('keydown', (event) => this.#press(event));
    this.element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    this.#card = new Card(this.element, options.ask);
    new ResizeObserver(() => this.#layOut()).observe(this.element);
  }

  /** How wide the column of names is, in pixels. */
  get #namesWidth(): number {
    const { clientWidth } = this.element;
    const { share, least, most, ofLittle } = NAMES;
    const wanted = Math.max(share * clientWidth, Math.min(ofLittle.most, ofLittle.share * clientWidth));
    return Math.round(Math.min(most, Math.max(least, wanted)));
  }

  /** Pixels for a day, where somebody has zoomed. */
  get perDay(): number | undefined {
    return this.#perDay;
  }

  /** What is known of the row under the mouse: it stands over everything. */
  get card(): HTMLElement {
    return this.#card.element;
  }

  show(view: TimelineView): void {
    this.#view = view;
    this.#card.hide();
    this.#layOut();
    this.#askOfCurrent();
  }

  /** What is known of a row has come. */
  tell(id: string, lines: readonly string[]): void {
    this.#card.tell(id, lines);
    const row = this.#view?.rows.find((each) => each.id === id);
    if (!row || row.key !== this.#current) return;
    this.#told = { key: row.key, lines };
    this.#drawSoon();
  }

  mark(id: string | undefined): void {
    this.#marked = id;
    const at = this.#view?.rows.findIndex((row) => row.id === id) ?? -1;
    if (at >= 0) this.#bringIntoSight(at);
    this.#drawSoon();
  }

  /** Around a place in the window that stays where it is. */
  zoom(factor: number, x = (this.element.clientWidth - this.#namesWidth) / 2): void {
    const day = this.#scale.from + (this.element.scrollLeft + x) / this.#scale.perDay;
    this.#perDay = Math.min(CLOSEST, Math.max(FARTHEST, this.#scale.perDay * factor));
    this.#layOut();
    this.element.scrollLeft = xOf(day, this.#scale) - x;
    this.#drawSoon();
    this.#options.moved();
  }

  /** All of it, side by side. */
  fit(): void {
    this.#perDay = undefined;
    this.#layOut();
    this.#options.moved();
  }

  goToToday(): void {
    if (this.#view)
      this.element.scrollLeft = xOf(this.#view.today, this.#scale) - (this.element.clientWidth - this.#namesWidth) / 2;
    this.#drawSoon();
  }

  #layOut(): void {
    const view = this.#view;
    if (!view) return;
    this.element.style.setProperty('--names', `${this.#namesWidth}px`);
    const width = Math.max(100, this.element.clientWidth - this.#namesWidth);
    const room = roomBehind(view.rows, width);
    const fit = fitted(view.span, Math.max(100, width - room));
    const { perDay } = this.#perDay === undefined ? fit : { perDay: this.#perDay };
    this.#scale = { from: fit.from, perDay };
    const days = view.span.to - fit.from + 1;
    this.#extent.style.width = `${this.#namesWidth + Math.max(width, Math.ceil(days * perDay) + room)}px`;
    this.#extent.style.height = `${AXIS + view.rows.length * ROW}px`;
    this.#draw();
  }

  #drawSoon(): void {
    this.#drawing ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#drawing !== undefined) cancelAnimationFrame(this.#drawing);
    this.#drawing = undefined;
    const view = this.#view;
    if (!view) return;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.element;
    const width = clientWidth - this.#namesWidth;
    const height = clientHeight - AXIS;
    const scale = { ...this.#scale, from: this.#scale.from + scrollLeft / this.#scale.perDay };
    const seen = rowsSeen({ top: scrollTop, height }, view.rows.length);
    const rows = view.rows.slice(seen.first, seen.end);
    this.#face.style.width = `${clientWidth}px`;
    this.#face.style.height = `${clientHeight}px`;
    const top = (at: number): number => at * ROW - scrollTop;
    const size = (picture: SVGElement, h: number): void => {
      picture.setAttribute('width', String(Math.max(0, width)));
      picture.setAttribute('height', String(Math.max(0, h)));
    };
    size(this.#axis, AXIS);
    size(this.#bars, height);
    const ticks = ticksBetween(dayAt(0, scale), dayAt(width, scale), scale.perDay);
    const today = xOf(view.today, scale) + scale.perDay / 2;
    this.#axis.replaceChildren(...axisShapes(ticks, scale, today).map(drawn));
    const grid = ticks.lower.map(({ from }) => line('grid', xOf(from, scale), height));
    const links = linksSeen(view.links, seen).flatMap((link) => {
      const [from, to] = [view.rows[link.from] as PageRow, view.rows[link.to] as PageRow];
      return linkShapes(link, { row: from, y: top(link.from) }, { row: to, y: top(link.to) }, scale);
    });
    this.#bars.replaceChildren(
      ...grid.map(drawn),
      ...links.map(drawn),
      drawn(line('today', today, height)),
      ...rows.map((row, at) => this.#drawnRow(row, top(seen.first + at), scale)),
    );
    this.#names.replaceChildren(...rows.map((row, at) => this.#name(row, seen.first + at, top(seen.first + at))));
    const current = this.#names.querySelector('.current');
    if (current) this.element.setAttribute('aria-activedescendant', current.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  #drawnRow(row: PageRow, y: number, scale: Scale): SVGElement {
    const group = svgElement('g');
    group.setAttribute('class', ['row', row.kind, ...row.marks, ...this.#own(row)].join(' '));
    group.setAttribute('data-row', row.id);
    const back: Shape = { tag: 'rect', class: 'back', attributes: { x: 0, y, width: '100%', height: ROW } };
    group.append(...[back, ...rowShapes(row, y, scale)].map(drawn));
    return group;
  }

  #name(row: PageRow, at: number, y: number): HTMLElement {
    const isGroup = row.kind !== 'item';
    const made = element(
      'div',
      {
        class: ['name', row.kind, ...row.marks, ...this.#own(row)].join(' '),
        attributes: {
          id: `row-${row.id}`,
          role: 'treeitem',
          'aria-label': spoken(row, this.#told?.key === row.key ? this.#told.lines : undefined),
          'aria-level': String(row.depth + 1),
          'aria-posinset': String(at + 1),
          'aria-setsize': String(this.#view?.rows.length ?? 0),
          'aria-selected': String(row.key === this.#current),
          'data-row': row.id,
          ...(isGroup ? { 'aria-expanded': String(!row.folded) } : {}),
        },
      },
      element('span', { class: 'twistie', text: isGroup ? (row.folded ? '▸' : '▾') : signOf(row) }),
      element('span', { class: 'text', text: row.title }),
    );
    made.style.top = `${y}px`;
    const indent = this.#namesWidth < NAMES.ofLittle.most ? INDENT.little : INDENT.usual;
    made.style.paddingLeft = `${6 + row.depth * indent}px`;
    return made;
  }

  #own({ id, key }: PageRow): readonly string[] {
    return [...(id === this.#marked ? ['at-cursor'] : []), ...(key === this.#current ? ['current'] : [])];
  }

  #click({ target }: MouseEvent): void {
    const id = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : undefined;
    const row = this.#view?.rows.find((each) => each.id === id);
    if (!row) return;
    this.#current = row.key;
    this.#askOfCurrent();
    this.#drawSoon();
    this.#options.open(row.id);
  }

  #wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left } = this.element.getBoundingClientRect();
    this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, event.clientX - left - this.#namesWidth);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#done(event)) event.preventDefault();
  }

  #done(event: KeyboardEvent): boolean {
    const { shiftKey } = event;
    const key = letterOf(event);
    const rows = this.#view?.rows ?? [];
    const at = rows.findIndex((row) => row.key === this.#current);
    const row = rows[at];
    const page = Math.max(1, Math.floor((this.element.clientHeight - AXIS) / ROW) - 1);
    switch (key) {
      case 'ArrowDown':
        return this.#go(at + 1);
      case 'ArrowUp':
        return this.#go(Math.max(0, at - 1));
      case 'PageDown':
        return this.#go(at + page);
      case 'PageUp':
        return this.#go(Math.max(0, at - page));
      case 'Home':
        return this.#go(0);
      case 'End':
        return this.#go(rows.length - 1);
      case 'ArrowLeft':
      case 'ArrowRight': {
        const folds = key === 'ArrowLeft';
        if (shiftKey) this.element.scrollLeft += folds ? -80 : 80;
        else if (row && row.kind !== 'item' && row.folded !== folds) this.#options.open(row.id);
        else if (row && folds) return this.#go(parentOf(rows, at));
        return true;
      }
      case 'Enter':
      case ' ':
        if (row) this.#options.open(row.id);
        return true;
      case '+':
      case '=':
        this.zoom(1.25);
        return true;
      case '-':
        this.zoom(1 / 1.25);
        return true;
      case '0':
        this.fit();
        return true;
      case 't':
        this.goToToday();
        return true;
      default:
        return false;
    }
  }

  #go(to: number): boolean {
    const rows = this.#view?.rows ?? [];
    const at = Math.min(rows.length - 1, to);
    this.#current = rows[at]?.key;
    this.#askOfCurrent();
    if (at >= 0) this.#bringIntoSight(at);
    this.#drawSoon();
    return true;
  }

  /** What a screen reader says of the row that the keyboard is on is as much as is known. */
  #askOfCurrent(): void {
    const row = this.#view?.rows.find(({ key }) => key === this.#current);
    if (row) this.#options.ask(row.id);
  }

  #bringIntoSight(at: number): void {
    const height = this.element.clientHeight - AXIS;
    const { scrollTop } = this.element;
    if (at * ROW < scrollTop) this.element.scrollTop = at * ROW;
    else if ((at + 1) * ROW > scrollTop + height) this.element.scrollTop = (at + 1) * ROW - height;
  }
}

/** A letter of what stands behind a bar takes no more, in pixels. */
const LETTER = 6;

/** Room for what stands behind the last bar: for the longest words that there are, as long as bars have more of it. */
function roomBehind(rows: readonly PageRow[], width: number): number {
  let longest = 0;
  for (const { slip } of rows) if (slip.length > longest) longest = slip.length;
  return Math.max(60, Math.min(0.3 * width, longest * LETTER + 20));
}

/** The row that another stands under. */
const parentOf = (rows: readonly PageRow[], at: number): number => {
  const { depth = 0 } = rows[at] ?? {};
  for (let up = at - 1; up >= 0; up--) if ((rows[up]?.depth ?? 0) < depth) return up;
  return at;
};

/** How an item stands, without colour. */
const signOf = ({ marks }: PageRow): string =>
  marks.includes('done') ? '✓' : marks.includes('blocked') ? '✕' : marks.includes('overdue') ? '!' : '';

function axisShapes({ upper, lower }: ReturnType<typeof ticksBetween>, scale: Scale, today: number): readonly Shape[] {
  const text = (x: number, y: number, label: string, name: string): Shape => ({
    tag: 'text',
    class: name,
    attributes: { x, y },
    text: label,
  });
  return [
    // A label stays in sight for as long as anything does that it stands over.
    ...upper.flatMap(({ from, to, label }) => {
      const x = Math.max(0, xOf(from, scale));
      const isRoom = xOf(to, scale) - x > label.length * 7 + 8;
      return [line('grid', xOf(from, scale), AXIS), ...(isRoom ? [text(x + 4, 14, label, 'upper')] : [])];
    }),
    ...lower.map(({ from, label }) => text(xOf(from, scale) + 4, 33, label, 'lower')),
    { tag: 'path', class: 'today-head', attributes: { d: `M${today - 5} ${AXIS - 6}h10l-5 6z` } },
  ];
}

const line = (name: string, x: number, height: number): Shape => ({
  tag: 'path',
  class: name,
  attributes: { d: `M${x} 0V${height}` },
});

function drawn({ tag, class: name, attributes, text }: Shape): SVGElement {
  const made = svgElement(tag);
  made.setAttribute('class', name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}
