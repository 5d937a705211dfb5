import { labelText } from '../../core/graph/label-text.ts';
import type { Standing } from '../../core/views/standing.ts';
import type { Neighbour, Neighbours } from './neighbours.ts';

/** The colours of a picture, as SVG takes them: it is an image of its own, which no theme reaches. */
export interface Palette {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly standings: Readonly<Partial<Record<Standing, string>>>;
}

const BOX = { width: 132, height: 21, gap: 6 };
const BETWEEN = 44;
const EDGE = 2;

/** How much room a label has, in letters of usual width. */
const MOST_LETTERS = 17;

/** Draws what stands around an item: what it waits for, the item, what waits for it, from left to right. */
export function drawNeighbours(shown: Neighbours, palette: Palette): string {
  const left = column(shown.before, shown.moreBefore);
  const right = column(shown.after, shown.moreAfter);
  const rows = Math.max(left.length, right.length, 1);
  const height = rows * (BOX.height + BOX.gap) - BOX.gap + 2 * EDGE;
  const middleX = left.length > 0 ? BOX.width + BETWEEN + EDGE : EDGE;
  const rightX = middleX + BOX.width + BETWEEN;
  const width = (right.length > 0 ? rightX : middleX) + BOX.width + EDGE;
  const top = (count: number, at: number): number =>
    height / 2 - (count * (BOX.height + BOX.gap) - BOX.gap) / 2 + at * (BOX.height + BOX.gap);
  const middleY = height / 2;
  const parts = [
    // Those that set a date come first, and are drawn over the others.
    ...left
      .map((each, at) =>
        arrow(EDGE + BOX.width, top(left.length, at) + BOX.height / 2, middleX, middleY, each.line, palette),
      )
      .reverse(),
    ...right
      .map((each, at) =>
        arrow(middleX + BOX.width, middleY, rightX, top(right.length, at) + BOX.height / 2, each.line, palette),
      )
      .reverse(),
    ...left.map((each, at) => box(each, EDGE, top(left.length, at), palette)),
    ...right.map((each, at) => box(each, rightX, top(right.length, at), palette)),
    box(shown.item, middleX, middleY - BOX.height / 2, palette, true),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `,
    'font-family="system-ui, -apple-system, Segoe UI, Ubuntu, sans-serif" font-size="12">',
    ...parts,
    '</svg>',
  ].join('');
}

/** A box of a column; the last may count what there is besides. */
type Box = Pick<Neighbour, 'label' | 'line'> & { readonly standing: Standing | undefined };

const column = (shown: readonly Neighbour[], more: number): readonly Box[] =>
  more === 0 ? shown : [...shown, { label: `and ${more} more`, standing: undefined, line: 'idle' }];

function box({ label, standing }: Box, x: number, y: number, palette: Palette, isMiddle = false): string {
  const color = (standing && palette.standings[standing]) ?? palette.line;
  const text = standing === undefined || standing === 'done' || standing === 'dropped' ? palette.quiet : palette.text;
  const frame =
    standing === undefined
      ? ''
      : `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="4" fill="${palette.paper}" stroke="${color}" stroke-width="${isMiddle ? 2 : 1}"/>`;
  const weight = isMiddle ? ' font-weight="600"' : '';
  return `${frame}<text x="${x + BOX.width / 2}" y="${y + BOX.height / 2 + 4}" fill="${text}" text-anchor="middle"${weight}>${escaped(cut(label))}</text>`;
}

function arrow(x1: number, y1: number, x2: number, y2: number, line: Neighbour['line'], palette: Palette): string {
  const tip = x2 - 6;
  const bend = BETWEEN / 2;
  const width = line === 'driving' ? 2 : 1;
  const dashes = line === 'cycle' ? ' stroke-dasharray="3 3"' : '';
  const color = line === 'driving' ? palette.text : palette.line;
  return (
    `<path d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${tip} ${y2}" fill="none" stroke="${color}" stroke-width="${width}"${dashes}/>` +
    `<path d="M${x2} ${y2}l-7 -3.5v7z" fill="${color}"/>`
  );
}

/** A label in the room it has: letters of most scripts of Asia take two. */
function cut(label: string): string {
  let room = MOST_LETTERS;
  let shown = '';
  for (const letter of labelText(label)) {
    room -= WIDE.test(letter) ? 2 : 1;
    if (room < 0) return `${shown}…`;
    shown += letter;
  }
  return shown;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{3fffd}]/u;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
