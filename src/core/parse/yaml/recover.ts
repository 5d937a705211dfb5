import { type LibraryResult, readWithLibrary } from './library.ts';
import type { Surprise, YamlList, YamlMap, YamlNode, YamlPair, YamlProblem } from './node.ts';

/**
 * Reads YAML that does not parse as a whole, key by key and entry by entry: what parses by itself is kept, the rest
 * is reported where it stands. One broken entry costs that entry, never its neighbours.
 *
 * @param text the text, with surprises masked, that stands at `base` in its document
 */
export function recover(
  text: string,
  base: number,
  surprises: readonly Surprise[],
): { root: YamlMap; problems: YamlProblem[] } {
  const reader = new Salvage(surprises);
  const pairs = reader.mapping(text, base);
  return {
    root: { kind: 'map', flow: false, pairs, range: { start: base, end: base + text.length } },
    problems: reader.problems,
  };
}

interface Piece {
  readonly text: string;
  readonly base: number;
}

class Salvage {
  readonly problems: YamlProblem[] = [];
  readonly #surprises: readonly Surprise[];

  constructor(surprises: readonly Surprise[]) {
    this.#surprises = surprises;
  }

  /** The pairs of a block mapping whose keys stand at the least indentation of the text. */
  mapping(text: string, base: number): YamlPair[] {
    const pairs: YamlPair[] = [];
    for (const piece of pieces(text, base, /^[^\s#-]|^-\S/)) {
      const read = this.#read(piece);
      if (read.node?.kind === 'map' && read.problems.length === 0) pairs.push(...read.node.pairs);
      else pairs.push(...this.#brokenPair(piece, read));
    }
    return pairs;
  }

  /** A key whose value does not parse: its entries one by one where it holds a list, else what there is of its line. */
  #brokenPair(piece: Piece, read: LibraryResult): YamlPair[] {
    const match = /^(\s*)([^\s:#]+)\s*:[ \t]*(?:#[^\n]*)?\r?\n([ \t]*- )/.exec(piece.text);
    const inner = /^(\s*)([^\s:#]+)\s*:[ \t]*(?:#[^\n]*)?\r?\n([ \t]+)[^\s#-]/.exec(piece.text);
    if (!match && !inner) {
      this.#report(read);
      return [];
    }
    const [, space, word] = (match ?? inner) as RegExpExecArray;
    const keyStart = piece.base + (space as string).length;
    const key = {
      kind: 'scalar',
      text: word as string,
      style: 'plain',
      range: { start: keyStart, end: keyStart + (word as string).length },
    } as const;
    const bodyAt = piece.text.indexOf('\n') + 1;
    const body = piece.text.slice(bodyAt);
    const range = { start: piece.base + bodyAt, end: piece.base + piece.text.trimEnd().length };
    if (match) {
      const list: YamlList = { kind: 'list', flow: false, items: this.#entries(body, range.start), range };
      return [{ key, value: list, bare: false }];
    }
    const map: YamlMap = { kind: 'map', flow: false, pairs: this.mapping(body, range.start), range };
    return [{ key, value: map, bare: false }];
  }

  #entries(text: string, base: number): YamlNode[] {
    const nodes: YamlNode[] = [];
    for (const piece of pieces(text, base, /^-(?:\s|$)/)) {
      const read = this.#read(piece);
      if (read.node?.kind === 'list' && read.problems.length === 0) {
        nodes.push(...read.node.items.filter((item) => item !== undefined));
        continue;
      }
      const dash = piece.text.indexOf('-');
      // The dash makes way for a space, so that the entry's first key lines up with the others.
      const fields = `${piece.text.slice(0, dash)} ${piece.text.slice(dash + 1)}`;
      const range = { start: piece.base + dash + 1, end: piece.base + piece.text.trimEnd().length };
      if (/^\s*[^\s:#{["']+\s*:(?:\s|$)/.test(fields)) {
        nodes.push({ kind: 'map', flow: false, pairs: this.mapping(fields, piece.base), range });
      } else {
        this.#report(read);
      }
    }
    return nodes;
  }

  /** Of one broken piece the first problem counts: those after it are mostly its consequences. */
  #report(read: LibraryResult): void {
    this.problems.push(...read.problems.slice(0, 1));
  }

  #read(piece: Piece): LibraryResult {
    return readWithLibrary(piece.text, piece.base, this.#surprises);
  }
}

/** Cuts a text before each line that stands at the least indentation and begins as `opening` says. */
function pieces(text: string, base: number, opening: RegExp): Piece[] {
  const lines = [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map((match) => ({ text: match[0], at: match.index }));
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  const opens = (line: string): boolean => line.trim() !== '' && opening.test(line.trimStart());
  const least = Math.min(...lines.filter((line) => opens(line.text)).map((line) => indentOf(line.text)));
  const starts = lines.filter((line) => opens(line.text) && indentOf(line.text) === least).map((line) => line.at);
  if (starts.length === 0) return text.trim() === '' ? [] : [{ text, base }];
  // What stands before the first opening belongs to nothing, and is read, and refused, by itself.
  const cuts =
    text
      .slice(0, starts[0])
      .replace(/^\s*#.*$/gm, '')
      .trim() === ''
      ? starts
      : [0, ...starts];
  return cuts.map((cut, i) => ({ text: text.slice(cut, cuts[i + 1] ?? text.length), base: base + cut }));
}
