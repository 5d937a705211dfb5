import type { Scene } from './scene.ts';

/** What a picture is painted with. It is written out, since a file has no stylesheet and no theme. */
const PAINT = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...[
    'opacity',
    'font-family',
    'font-size',
    'font-weight',
    'font-style',
    'text-anchor',
    'text-decoration-line',
    'visibility',
  ],
];
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
  paint(scene.layer, copy);
  for (const element of copy.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (/^(class|tabindex|role|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name);
    }
  }
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(height + 2 * MARGIN) };
  const background = getComputedStyle(document.body).backgroundColor;
  const content = new XMLSerializer().serializeToString(copy);
  const box = `viewBox="${x - MARGIN} ${y - MARGIN} ${size.width} ${size.height}"`;
  const area = `x="${x - MARGIN}" y="${y - MARGIN}" width="${size.width}" height="${size.height}"`;
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ${box}>` +
    `<rect ${area} fill="${background}"/>${content}</svg>`;
  return { text, ...size };
}

/** Writes to each element of a copy how the same element looks. */
function paint(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of PAINT) to.setAttribute(name, style.getPropertyValue(name));
  for (let at = 0; at < from.children.length; at++) paint(from.children[at] as Element, to.children[at] as Element);
}

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
