import type { Range } from '../../text/range.ts';
import { readWithLibrary } from './library.ts';
import { explainStray } from './messages.ts';
import type { Surprise, YamlMap, YamlNode, YamlPair, YamlProblem, YamlScalar } from './node.ts';
import { maskSurprises } from './surprises.ts';

/** What could be read of YAML that is broken. */
export interface Recovered {
  readonly root: YamlMap;
  readonly problems: readonly YamlProblem[];
  readonly surprises: readonly Surprise[];
  /** Whether so much was broken that the rest was left unread. */
  readonly gaveUp: boolean;
}

/** Text with more broken pieces than this is no plan that somebody mistyped. */
const MOST_BROKEN = 200;

/**
 * Reads YAML that does not parse as a whole, key by key and entry by entry: what parses by itself is kept, the rest
 * is reported where it stands. One broken entry costs that entry, never its neighbours.
 *
 * @param text the text as written, that stands at `base` in its document
 */
export function recover(text: string, base: number): Recovered {
  const salvage = new Salvage();
  const pairs = salvage.mapping(text, base);
  return {
    root: { kind: 'map', flow: false, pairs, range: { start: base, end: base + text.length } },
    problems: salvage.problems,
    surprises: salvage.surprises,
    gaveUp: salvage.gaveUp,
  };
}

interface Piece {
  readonly text: string;
  readonly base: number;
}

/** A key that stands alone on its line: what it holds begins on the next. */
const KEY_LINE = /^(\s*)([^\s:#]+)[ \t]*:[ \t]*(?:#[^\n]*)?\r?\n/;

const DASH = /^-(?:\s|$)/;

class Salvage {
  readonly problems: YamlProblem[] = [];
  readonly surprises: Surprise[] = [];

  get gaveUp(): boolean {
    return this.problems.length >= MOST_BROKEN;
  }

  /** The pairs of a block mapping whose keys stand at the least indentation of the text. */
  mapping(text: string, base: number): YamlPair[] {
    return pieces(text, base, /^[^\s#-]|^-\S/).flatMap((piece) => {
      const { node, problem } = this.#read(piece, 'map');
      if (node) return node.pairs;
      return problem ? this.#inParts(problem, () => this.#brokenPair(piece)) : [];
    });
  }

  /** A key whose value does not parse: its entries one by one where it holds a list, else what there is of its line. */
  #brokenPair(piece: Piece): YamlPair[] {
    const line = KEY_LINE.exec(piece.text);
    const body = line ? piece.text.slice(line[0].length) : '';
    const holdsList = /^[ \t]*- /.test(body);
    if (!line || (!holdsList && !/^[ \t]+[^\s#-]/.test(body))) return [];
    const [all, space, word] = line as unknown as [string, string, string];
    const key = plainScalar(word, piece.base + space.length);
    const range = { start: piece.base + all.length, end: piece.base + piece.text.trimEnd().length };
    const value: YamlNode = holdsList
      ? { kind: 'list', flow: false, items: this.#entries(body, range.start), range }
      : { kind: 'map', flow: false, pairs: this.mapping(body, range.start), range };
    return [{ key, value, bare: false }];
  }

  #entries(text: string, base: number): YamlNode[] {
    return this.#eachEntry(pieces(text, base, DASH), (piece) => this.#looseEntries(piece));
  }

  #eachEntry(pieces: readonly Piece[], readBroken: (piece: Piece) => YamlNode[]): YamlNode[] {
    return pieces.flatMap((piece) => {
      const { node, problem } = this.#read(piece, 'list');
      if (node) return node.items.filter((item) => item !== undefined);
      return problem ? this.#inParts(problem, () => readBroken(piece)) : [];
    });
  }

  /** What does not parse may be several entries whose dashes do not line up: each is read by itself. */
  #looseEntries(piece: Piece): YamlNode[] {
    const { entries, stray } = looseEntries(piece);
    if (entries.length === 1) return this.#brokenEntry(piece);
    if (stray)
      this.problems.push({
        message: 'this entry does not line up with the one above it: indent both alike',
        range: stray,
      });
    return this.#eachEntry(entries, (entry) => this.#brokenEntry(entry));
  }

  /** An entry that does not parse, field by field. */
  #brokenEntry(piece: Piece): YamlNode[] {
    const dash = piece.text.indexOf('-');
    // The dash makes way for a space, so that the entry's first key lines up with the others.
    const fields = `${piece.text.slice(0, dash)} ${piece.text.slice(dash + 1)}`;
    if (!/^\s*[^\s:#{["']+\s*:(?:\s|$)/.test(fields)) return [];
    const pairs = this.mapping(fields, piece.base);
    const start = pairs[0]?.key.range.start ?? piece.base + dash + 1;
    return [{ kind: 'map', flow: false, pairs, range: { start, end: piece.base + piece.text.trimEnd().length } }];
  }

  /** Reads what does not parse in parts; where no part is to blame, the whole is. */
  #inParts<T>(problem: YamlProblem, read: () => T): T {
    const before = this.problems.length;
    const result = read();
    if (this.problems.length === before) this.problems.push(problem);
    return result;
  }

  /**
   * The node of a piece that parses by itself and is what belongs there, else what is wrong: of several problems the
   * first, as those after it are mostly its consequences. Neither where the piece is empty, or left unread.
   */
  #read<K extends 'map' | 'list'>({ text, base }: Piece, kind: K): Read<K> {
    if (this.gaveUp) return {};
    const masked = maskSurprises(text, base);
    const { node, problems } = readWithLibrary(masked.text, base, masked.surprises);
    if (problems[0]) return { problem: problems[0] };
    for (const surprise of masked.surprises) this.surprises.push(surprise);
    if (!node) return {};
    return node.kind === kind ? { node: node as Node<K> } : { problem: explainStray(text, base) };
  }
}

type Node<K> = YamlNode & { readonly kind: K };

interface Read<K> {
  readonly node?: Node<K>;
  readonly problem?: YamlProblem;
}

function plainScalar(text: string, start: number): YamlScalar {
  return { kind: 'scalar', text, style: 'plain', range: { start, end: start + text.length } };
}

/** Cuts a text before each line that stands at the least indentation and begins as `opening` says. */
function pieces(text: string, base: number, opening: RegExp): Piece[] {
  const starts: number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let hasLead = false;
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next);
    const content = line.trimStart();
    const indent = line.length - content.length;
    if (content !== '' && opening.test(content) && indent <= least) {
      // What stands deeper, before the first line at the least indentation, belongs to nothing.
      if (indent < least && starts.length > 0) hasLead = true;
      if (indent < least) starts.length = 0;
      least = indent;
      starts.push(at);
    } else if (starts.length === 0 && content !== '' && !content.startsWith('#')) {
      hasLead = true;
    }
    at = next;
  }
  if (starts.length === 0) return text.trim() === '' ? [] : [{ text, base }];
  // It is read, and refused, by itself.
  const cuts = hasLead && starts[0] !== 0 ? [0, ...starts] : starts;
  return cuts.map((cut, i) => ({ text: text.slice(cut, cuts[i + 1] ?? text.length), base: base + cut }));
}

/** A dash and a field behind it, or a mapping in braces. */
const ENTRY_LINE = /^-[ \t]+(?:\{|[^\s:#{["']+[ \t]*:(?:\s|$))/;

/** A key whose value stands below it: a list, a mapping or a block of text. */
const HOLDER_LINE = /^((?:-[ \t]+)*)[^\s:#{["']+[ \t]*:[ \t]*(?:[|>][-+\d]*[ \t]*)?(?:#.*)?$/;

/**
 * Cuts a piece of a list before each line that can only be its next entry, wherever that stands: a dash with a field
 * behind it, and no key above that could hold it. `stray` is the first that stands deeper than the entry before.
 */
function looseEntries({ text, base }: Piece): { readonly entries: readonly Piece[]; readonly stray?: Range } {
  const cuts: number[] = [0];
  let stray: Range | undefined;
  let column = -1;
  // The columns of the keys that hold what stands below them.
  const holders: number[] = [];
  for (let at = 0, next: number; at < text.length; at = next) {
    const newline = text.indexOf('\n', at);
    next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, next).trimEnd();
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    const indent = line.length - content.length;
    const isDash = DASH.test(content);
    // A list may stand in the column of its key.
    while (holders.length > 0 && indent < (holders.at(-1) as number) + (isDash ? 0 : 1)) holders.pop();
    if (column < 0) {
      column = indent;
    } else if (isDash && (indent <= column || (holders.length === 0 && ENTRY_LINE.test(content)))) {
      if (indent > column) stray ??= { start: base + at + indent, end: base + at + line.length };
      cuts.push(at);
      column = indent;
    }
    const holder = HOLDER_LINE.exec(content);
    if (holder) holders.push(indent + (holder[1] as string).length);
  }
  const entries = cuts.map((cut, i) => ({ text: text.slice(cut, cuts[i + 1] ?? text.length), base: base + cut }));
  return stray ? { entries, stray } : { entries };
}
