import { graphemesOf } from '../../text/graphemes.ts';
import { mermaidText } from './mermaid-text.ts';

// Mermaid writes the name of a bar in it, else to its right, else to its left, and cuts what is outside of the picture.
// These are its own measures, in pixels, and a picture as wide as a column of text.

const PICTURE = 720;
const RIGHT_PADDING = 75;
const LEAST_LEFT_PADDING = 75;
const BEFORE_SECTION = 10;
const BESIDE_BAR = 5;
/** Titles of sections have so much room at most. */
const MOST_SECTION = 160;
/** However little room there is, so much of a title is shown. */
const LEAST_TITLE = 60;

/** About how wide a text is in Mermaid's letters, of 11 pixels. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) < 0x1100 ? 6 : 11;
  return width;
}

/** A text for a picture, no wider than there is room, with an ellipsis where it is cut. */
export function fitting(text: string, room: number): string {
  const whole = mermaidText(text);
  if (widthOf(whole) <= room) return whole;
  let cut = '';
  for (const { segment } of graphemesOf(whole)) {
    if (widthOf(cut + segment) + ELLIPSIS > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}

const ELLIPSIS = widthOf('…');

/** Where bars stand in a picture of some sections, and how much of a name has room beside each. */
export class GanttRoom {
  readonly leftPadding: number;
  readonly #from: number;
  readonly #days: number;

  /** @param from the first day of the picture, and `to` the last */
  constructor(sections: readonly string[], from: number, to: number) {
    const widest = sections.reduce((most, title) => Math.max(most, widthOf(sectionTitle(title))), 0);
    this.leftPadding = Math.max(LEAST_LEFT_PADDING, BEFORE_SECTION + widest + BEFORE_SECTION);
    this.#from = from;
    this.#days = Math.max(1, to + 1 - from);
  }

  /** What Mermaid is told, where it would not do so by itself. */
  get directives(): readonly string[] {
    const { leftPadding } = this;
    return leftPadding > LEAST_LEFT_PADDING ? [`%%{init: {"gantt": {"leftPadding": ${leftPadding}}}}%%`] : [];
  }

  /** A title for a bar from one day to another, as long as there is room for it and what stands around it. */
  titleFor(title: string, around: string, start: number, finish: number): string {
    return fitting(title, Math.max(LEAST_TITLE, this.#room(start, finish) - widthOf(around)));
  }

  #room(start: number, finish: number): number {
    const chart = PICTURE - this.leftPadding - RIGHT_PADDING;
    const at = (day: number): number => ((day - this.#from) / this.#days) * chart;
    const [startX, endX] = [at(start), at(finish + 1)];
    return Math.max(endX - startX, PICTURE - endX - 1.5 * this.leftPadding, startX + this.leftPadding - BESIDE_BAR);
  }
}

/** The title of a section, cut to its room. */
export const sectionTitle = (title: string): string => fitting(title, MOST_SECTION);
