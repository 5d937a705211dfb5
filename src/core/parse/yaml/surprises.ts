import type { Surprise } from './node.ts';

/** Stand-ins, one unit for one unit, for characters that YAML would not read as written. */
const MASK: Readonly<Record<string, string>> = { ':': '\ue000', '@': '\ue001', '`': '\ue002', '%': '\ue003' };
const UNMASK = new Map(Object.entries(MASK).map(([character, mask]) => [mask, character]));

export interface Masked {
  /** The text, of the same length, with surprising characters replaced by stand-ins. */
  readonly text: string;
  readonly surprises: readonly Surprise[];
}

/** A key, in quotes or one word. For YAML nothing but a space or a tab is white space. */
const KEY = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s:#,[\]{}"'&*!|>@`%?][^\s:,[\]{}"']*/u.source;
const ENTRY = new RegExp(`^( *(?:-[ \\t]+)*)((?:${KEY})[ \\t]*:(?:[ \\t]+|$))(.*)$`, 'u');
const ITEM = /^( *(?:-[ \t]+)+)(.*)$/;
const FLOW_KEY = new RegExp(`^[ \\t\\r]*(?:${KEY})[ \\t]*:[ \\t]+`, 'u');

/**
 * Finds values that are not what YAML reads, in block and flow style: a leading `@`, a `: ` inside, a ` #` that begins
 * a comment in the middle of a sentence. What YAML could not read at all is masked, so that
 * the rest of the document, and the value that was meant, can be read.
 *
 * @param base where the text stands in its document: the ranges of the surprises count from there
 */
export function maskSurprises(text: string, base: number): Masked {
  // Nobody writes private-use characters; where somebody does, the stand-ins would be ambiguous.
  if (/[\ue000-\ue003]/.test(text)) return { text, surprises: [] };
  const finder = new SurpriseFinder(text, base);
  finder.scan();
  return { text: finder.masked(), surprises: finder.surprises };
}

/** The text with stand-ins turned back into what was written. */
export function unmask(text: string): string {
  return /[\ue000-\ue003]/.test(text) ? text.replace(/[\ue000-\ue003]/g, (mask) => UNMASK.get(mask) as string) : text;
}

class SurpriseFinder {
  readonly surprises: Surprise[] = [];
  readonly #text: string;
  readonly #base: number;
  readonly #masks = new Map<number, string>();

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  masked(): string {
    if (this.#masks.size === 0) return this.#text;
    const units = this.#text.split('');
    for (const [at, mask] of this.#masks) units[at] = mask;
    return units.join('');
  }

  scan(): void {
    // Lines deeper than this belong to a block scalar.
    let textDeeperThan = -1;
    let openQuote = '';
    for (let at = 0; at <= this.#text.length; ) {
      let lineEnd = this.#text.indexOf('\n', at);
      if (lineEnd < 0) lineEnd = this.#text.length;
      const line = this.#text.slice(at, lineEnd).replace(/\r$/, '');
      const lineStart = at;
      at = lineEnd + 1;
      if (openQuote) {
        if (closes(line, openQuote)) openQuote = '';
        continue;
      }
      const indent = line.search(/[^ \t]/);
      if (indent < 0) continue;
      if (textDeeperThan >= 0 && indent > textDeeperThan) continue;
      textDeeperThan = -1;
      const entry = ENTRY.exec(line);
      const match = entry ?? ITEM.exec(line);
      const value = match?.at(-1);
      if (!match || !value) continue;
      const valueStart = line.length - value.length;
      // Where the key stands, or the last dash: what belongs to it is deeper.
      const lead = match[1] as string;
      const column = entry ? lead.length : trimmedEnd(lead).length - 1;
      if (/^[|>][-+\d]*[ \t]*(?:#.*)?$/.test(value)) {
        textDeeperThan = column;
      } else if (/^["']/.test(value)) {
        if (!closes(value.slice(1), value[0] as string)) openQuote = value[0] as string;
      } else if (/^[[{]/.test(value)) {
        at = Math.max(at, this.#flow(lineStart + valueStart, column));
      } else {
        // Deeper lines go on with this plain scalar; a surprise in them is for the YAML library to refuse.
        this.#plain(lineStart + valueStart, value, entry !== null);
      }
    }
  }

  #plain(start: number, written: string, isValue: boolean): void {
    const comment = written.search(/[ \t]#/);
    const value = trimmedEnd(comment < 0 ? written : written.slice(0, comment));
    if (value === '' || /^[&*!|>]/.test(value)) return;
    this.#inspect(start, value, isValue);
    const tail = trimmedEnd(written);
    if (comment < 0 || comment + 2 >= tail.length) return;
    // A `#` that touches a word was meant as text: `see #42`. One between single spaces, after several words, may have
    // been (`the # of retries`): where the field holds prose. Comments are set off by more, or follow a word.
    if (/[\p{L}\p{N}]/u.test(tail[comment + 2] as string)) this.#add('comment', start, tail.length);
    else if (isValue && /^\S+ \S.*\S$/.test(value) && value.length === comment) this.#add('aside', start, tail.length);
  }

  /** One plain scalar, without a comment. */
  #inspect(start: number, value: string, colons: boolean): void {
    const first = value[0] as string;
    const isAt = first === '@' || first === '`' || first === '%';
    if (isAt) {
      this.#masks.set(start, MASK[first] as string);
      this.#add('at', start, value.length);
    }
    if (!colons && !isAt) return;
    let found = false;
    for (const match of value.matchAll(/:(?=[ \t]|$)/g)) {
      this.#masks.set(start + match.index, MASK[':'] as string);
      found = true;
    }
    if (found && !isAt) this.#add('colon', start, value.length);
  }

  /**
   * The values of the flow collection that begins at an offset, on however many lines. Where it is not closed, it
   * ends before the next line that is not deeper than what holds it. Gives the offset of the line after it.
   */
  #flow(start: number, column: number): number {
    const text = this.#text;
    let depth = 0;
    let quote = '';
    let piece = start;
    let at = start;
    for (; at < text.length; at++) {
      const character = text[at] as string;
      if (quote) {
        if (character === '\\' && quote === '"') at++;
        else if (character === quote) quote = '';
        continue;
      }
      if (character === '\n') {
        this.#flowPiece(piece, text.slice(piece, at));
        if (this.#leavesFlow(at + 1, column)) return at + 1;
        piece = at + 1;
      } else if (character === '#' && /[ \t\r\n]/.test(text[at - 1] as string)) {
        this.#flowPiece(piece, text.slice(piece, at));
        const newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length : newline - 1;
        piece = at + 1;
      } else if ((character === '"' || character === "'") && /[ \t\r\n[{,:]/.test(text[at - 1] as string)) {
        quote = character;
      } else if (character === '[' || character === '{' || character === ',') {
        this.#flowPiece(piece, text.slice(piece, at));
        piece = at + 1;
        if (character !== ',') depth++;
      } else if (character === ']' || character === '}') {
        this.#flowPiece(piece, text.slice(piece, at));
        piece = at + 1;
        if (--depth === 0) break;
      }
    }
    const newline = text.indexOf('\n', at);
    return newline < 0 ? text.length + 1 : newline + 1;
  }

  /** Whether a line is no part of a flow collection any more that stands at a column. */
  #leavesFlow(lineStart: number, column: number): boolean {
    let at = lineStart;
    while (this.#text[at] === ' ') at++;
    return at - lineStart <= column && !/[\]}\s]/.test(this.#text[at] ?? ' ');
  }

  #flowPiece(start: number, piece: string): void {
    const key = FLOW_KEY.exec(piece)?.[0] ?? '';
    const value = trimmedEnd(piece.slice(key.length)).replace(/^[ \t\r]+/, '');
    if (value === '' || /^["'&*!#]/.test(value)) return;
    this.#inspect(start + piece.indexOf(value, key.length), value, key !== '');
  }

  #add(reason: Surprise['reason'], start: number, length: number): void {
    this.surprises.push({ reason, range: { start: this.#base + start, end: this.#base + start + length } });
  }
}

/** Without spaces and tabs at the end; a pattern would look for the end of each run of spaces again and again. */
function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[ \t\r]/.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}

/** Whether text that follows an opening quote holds the closing one. */
function closes(text: string, quote: string): boolean {
  return (quote === '"' ? text.replace(/\\./g, '') : text.replace(/''/g, '')).includes(quote);
}
