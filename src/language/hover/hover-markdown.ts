import type { Item } from '../../core/plan/item.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { visible } from '../../core/text/visible.ts';
import { drawNeighbours, type Palette } from './draw-neighbours.ts';
import type { Hover, HoverLine, HoverSection } from './hover.ts';
import type { Neighbour, Neighbours } from './neighbours.ts';

/** What an editor knows that shows a hover. */
export interface HoverHost {
  /** The address of an item: a link to it. */
  readonly addressOf: (item: Item) => string;
  readonly palette: Palette;
}

/** More of a text than this nobody reads in a hover. */
const MOST_CHARACTERS = 300;

/**
 * A hover as the Markdown that editors show. Of the documents there is only text in it, which is escaped, and addresses
 * of items, which the host gives: no other link, no HTML, no image but the one that is drawn here.
 */
export const hoverMarkdown = ({ sections }: Hover, host: HoverHost): string =>
  sections.map((section) => sectionMarkdown(section, host)).join('\n\n---\n\n');

function sectionMarkdown({ icon, title, lines, neighbours, below = [] }: HoverSection, host: HoverHost): string {
  const head = `${icon === undefined ? '' : `$(${icon}) `}**${textMarkdown(title)}**`;
  const paragraphs = [head, linesMarkdown(lines, host), neighbours ? pictureMarkdown(neighbours, host.palette) : ''];
  return [...paragraphs, linesMarkdown(below, host)].filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Two spaces at the end of a line begin another. */
const linesMarkdown = (lines: readonly HoverLine[], host: HoverHost): string =>
  lines.map((line) => lineMarkdown(line, host)).join('  \n');

const lineMarkdown = (line: HoverLine, { addressOf }: HoverHost): string =>
  typeof line === 'string'
    ? lineStart(textMarkdown(line))
    : line
        .map((piece) =>
          typeof piece === 'string'
            ? textMarkdown(piece, false)
            : `[${textMarkdown(piece.text)}](${addressOf(piece.to)})`,
        )
        .join('');

/** A text of a document, or of Milepost, on one line and as nothing but text. */
function textMarkdown(text: string, trim = true): string {
  const shown = visible(text.replace(/\s+/g, ' '));
  const cut =
    shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}…` : shown;
  // The editor shows icons in place of `$(name)`, which has nothing to do with Markdown.
  return escapeMarkdown(trim ? cut.trim() : cut).replaceAll('$(', '$\u200b(');
}

/** A line that begins no list and no heading. */
const lineStart = (text: string): string =>
  text.replace(/^(?:[#+=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\u200b` : `\\${start}`));

function pictureMarkdown(neighbours: Neighbours, palette: Palette): string {
  const svg = encodeURIComponent(drawNeighbours(neighbours, palette)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  const labels = (side: readonly Neighbour[]): string => side.map(({ label }) => label).join(', ');
  const words = [labels(neighbours.before), neighbours.item.label, labels(neighbours.after)].filter(Boolean);
  return `![${textMarkdown(words.join(' → '))}](data:image/svg+xml,${svg})`;
}
