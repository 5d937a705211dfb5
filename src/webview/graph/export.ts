import { svgElement } from '../dom.ts';
import type { Scene } from './scene.ts';
import { StyleSheet } from './style-sheet.ts';

const GROUPS = new Set(['g', 'text', 'tspan', 'defs']);
const SHAPES = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline', 'line']);
const TEXTS = new Set(['text', 'tspan']);

/** What shapes, texts and groups are painted with. A file has no theme: so it says how things looked. */
const LINES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity'];
const LETTERS = ['fill', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'opacity'];
/** Of a group, only what its parts do not have themselves. */
const GROUP = ['opacity'];

/** Where things are. */
const NUMBERS = new Set([
  ...[
    'transform',
    'd',
    'points',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'dx',
    'dy',
    'width',
    'height',
  ],
]);
const KEPT = new Set([
  ...NUMBERS,
  ...['id', 'dominant-baseline', 'marker-start', 'marker-end', 'viewBox', 'refX', 'refY', 'orient'],
  ...['markerUnits', 'markerWidth', 'markerHeight'],
]);
const MARGIN = 16;
/** Pixels of a PNG for each of the picture, as far as it fits into a canvas. */
const SHARPNESS = 2;
const LARGEST_SIDE = 16_000;

/** The picture as it is seen, whole and in its own size: the text of an SVG, or the bytes of a PNG in base64. */
export async function pictureOf(scene: Scene, format: 'svg' | 'png'): Promise<string> {
  const svg = standalone(scene);
  return format === 'svg' ? svg.text : await toPng(svg);
}

interface Standalone {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

function standalone(scene: Scene): Standalone {
  const { x, y, width, height } = scene.layer.getBBox();
  const copy = scene.layer.cloneNode(true) as SVGGElement;
  copy.removeAttribute('transform');
  const styles = new StyleSheet();
  paint(scene.layer, copy, styles);
  for (const marker of copy.querySelectorAll('marker')) if (!isUsed(marker.id, copy)) marker.remove();
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(height + 2 * MARGIN) };
  const { backgroundColor } = getComputedStyle(document.body);
  const area = { x: round(x - MARGIN), y: round(y - MARGIN), ...size };
  const root = svgElement('svg');
  setAttributes(root, { ...size, viewBox: Object.values(area).join(' ') });
  const background = svgElement('rect');
  setAttributes(background, { ...area, class: styles.nameOf([['fill', backgroundColor]]) });
  const sheet = svgElement('style');
  sheet.textContent = styles.text;
  root.append(sheet, background, copy);
  return { text: new XMLSerializer().serializeToString(root), ...size };
}

/** Gives each element of a copy the class of how the same element looks, and takes away what nobody would see. */
function paint(from: Element, to: Element, styles: StyleSheet): void {
  // Mermaid draws words one by one, with a space before each that not every program shows.
  if (isRow(from)) to.textContent = (from.textContent ?? '').trim();
  const children = [...to.children];
  for (const [at, child] of children.entries()) paint(from.children[at] as Element, child, styles);
  if (isUnseen(from, to)) {
    to.remove();
    return;
  }
  const letter = Number.parseFloat(getComputedStyle(from).fontSize);
  for (const name of to.getAttributeNames()) {
    if (!KEPT.has(name)) to.removeAttribute(name);
    else if (NUMBERS.has(name)) to.setAttribute(name, plainNumbers(to.getAttribute(name) ?? '', letter));
  }
  const name = styles.nameOf(declarationsOf(from));
  if (name !== '') to.setAttribute('class', name);
}

/** A line of a text whose parts have no place of their own. */
const isRow = ({ localName, children }: Element): boolean =>
  localName === 'tspan' && children.length > 0 && ![...children].some((child) => child.matches('[x], [y], [dy], [dx]'));

/** Groups with nothing in them, and shapes with neither a fill nor a line, such as those that Mermaid measures with. */
function isUnseen(from: Element, to: Element): boolean {
  if (GROUPS.has(from.localName)) return to.childNodes.length === 0;
  if (!SHAPES.has(from.localName)) return false;
  const { fill, stroke } = getComputedStyle(from);
  return fill === 'none' && stroke === 'none';
}

/** Whether a line ends, or begins, with a marker: Mermaid brings all that there are. */
const isUsed = (id: string, picture: Element): boolean =>
  picture.querySelector(`[marker-end="url(#${id})"], [marker-start="url(#${id})"]`) !== null;

/** How an element looks. */
function declarationsOf(element: Element): readonly (readonly [name: string, value: string])[] {
  const names = SHAPES.has(element.localName) ? LINES : TEXTS.has(element.localName) ? LETTERS : GROUP;
  const style = getComputedStyle(element);
  const isStruck = TEXTS.has(element.localName) && element.closest('.dropped') !== null;
  return [
    ...names.map((name) => [name, style.getPropertyValue(name)] as const),
    ...(isStruck ? [['text-decoration', 'line-through'] as const] : []),
  ];
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Numbers without thousandths of a pixel, which nobody sees, and not in the heights of letters, which not all programs know. */
const plainNumbers = (text: string, letter: number): string =>
  text
    .replace(/(-?[\d.]+)em/g, (_, height) => String(round(Number(height) * letter)))
    .replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(round(number)));

const round = (value: number | string): number => Math.round(Number(value) * 100) / 100;

async function toPng({ text, width, height }: Standalone): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SHARPNESS, LARGEST_SIDE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
