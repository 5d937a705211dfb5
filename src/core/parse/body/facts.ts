import type { Range } from '../../text/range.ts';

/** What a plan needs of a body. All offsets are UTF-16 offsets in the whole text of the document. */
export interface BodyFacts {
  readonly headings: readonly Heading[];
  readonly boxes: readonly TaskBox[];
  readonly mentions: readonly Mention[];
  readonly blocks: readonly LiveBlock[];
  /** Comments that would close a live block, where none is open. */
  readonly strays: readonly Range[];
}

/** The facts of a document without a body, or with one that cannot be read. */
export const NO_BODY: BodyFacts = { headings: [], boxes: [], mentions: [], blocks: [], strays: [] };

export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** The source of its content: inline markup, a trailing `{#id}` and all; lines of a setext heading joined by spaces. */
  readonly text: string;
  /** From the first `#` to the end of the line; of a setext heading, to the end of its underline. */
  readonly range: Range;
  /** The content, without `#`s, underline and surrounding spaces. Empty where the heading is. */
  readonly textRange: Range;
}

/** The box of a task list item. */
export interface TaskBox {
  readonly checked: boolean;
  /** The three characters `[x]`. */
  readonly range: Range;
}

export type Mention = WikiMention | LinkMention;

/** `[[id]]`, `[[id|label]]`, `[[id#heading]]`. */
export interface WikiMention {
  readonly kind: 'wiki';
  readonly target: string;
  /** The target, without brackets, heading and label. */
  readonly range: Range;
}

/** An inline link or a reference definition with a relative destination, or one that is a `#fragment`. */
export interface LinkMention {
  readonly kind: 'link';
  /** The destination with backslash escapes and common character references decoded. */
  readonly target: string;
  /** The destination as written, without angle brackets. */
  readonly range: Range;
}

/** A part of the document that is generated, between `<!-- milepost … -->` and `<!-- /milepost … -->`. */
export interface LiveBlock {
  /** The first word of the opening comment: `graph`. */
  readonly view: string;
  /** The rest of it, as written: `focus=api-freeze depth=2`. */
  readonly options: string;
  /** From the opening comment to the end of the closing one, or of the opening one where none closes it. */
  readonly range: Range;
  /** The opening comment. */
  readonly open: Range;
  /** The lines between the comments. Empty, after the opening comment, where none closes it. */
  readonly content: Range;
  /** The closing comment. */
  readonly close?: Range;
  /** What the closing comment is dated with, as written. */
  readonly date?: string;
  /** What stands there after the date: by this it is seen whether somebody has written in the block. */
  readonly fingerprint?: string;
}
