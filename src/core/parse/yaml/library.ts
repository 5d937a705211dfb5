import { isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import type { Range } from '../../text/range.ts';
import { quoted } from '../../text/visible.ts';
import { explain, unexplained } from './messages.ts';
import type { Surprise, YamlList, YamlMap, YamlNode, YamlPair, YamlProblem, YamlScalar } from './node.ts';
import { unmask } from './surprises.ts';

const OPTIONS = {
  // Every scalar stays the text that was written: no dates, numbers, booleans or nulls.
  schema: 'failsafe',
  // The library's own check is quadratic; duplicates are found where the fields are read.
  uniqueKeys: false,
  prettyErrors: false,
  // Anything more silent and a second YAML document in the front matter would go unnoticed.
  logLevel: 'error',
} as const;

/** A piece of YAML as the library reads it: `node` is undefined where the text was empty or had to be refused. */
export interface LibraryResult {
  readonly node: YamlNode | undefined;
  readonly problems: readonly YamlProblem[];
}

/**
 * Reads YAML with the `yaml` library: text in which surprises are masked, standing at `base` in its document.
 * Never throws; what is refused (anchors, aliases, tags, keys that are no scalars) is a problem and left out.
 */
export function readWithLibrary(text: string, base: number, surprises: readonly Surprise[]): LibraryResult {
  try {
    const document = parseDocument(text, OPTIONS);
    const converter = new Converter(text, base, surprises);
    const node = converter.convert(document.contents);
    const errors = document.errors.map((error, i) =>
      i < MOST_EXPLAINED
        ? explain(error, text, base)
        : { message: unexplained(error), range: { start: base, end: base } },
    );
    return { node, problems: [...errors, ...converter.problems] };
  } catch (error) {
    // Seen with hostile input only. The text stays unread, and that is said.
    const message = `YAML that cannot be read (${error instanceof Error ? error.message : 'unknown error'})`;
    return { node: undefined, problems: [{ message, range: { start: base, end: base + text.length } }] };
  }
}

/** What comes after as many errors as are shown is only counted. */
const MOST_EXPLAINED = 20;

class Converter {
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #base: number;
  readonly #surprises: ReadonlyMap<number, Surprise>;

  constructor(text: string, base: number, surprises: readonly Surprise[]) {
    this.#text = text;
    this.#base = base;
    this.#surprises = new Map(surprises.map((surprise) => [surprise.range.start, surprise]));
  }

  convert(node: unknown): YamlNode | undefined {
    if (node === null || node === undefined || isPair(node)) return undefined;
    if (this.#refused(node as Node)) return undefined;
    if (isScalar(node)) return this.#scalar(node as Node & { value: unknown; type?: string });
    if (isMap(node)) return this.#map(node as Node & { items: Pair[]; flow?: boolean });
    if (isSeq(node)) return this.#list(node as Node & { items: unknown[]; flow?: boolean });
    return undefined;
  }

  #scalar(node: Node & { value: unknown; type?: string }): YamlScalar | undefined {
    const range = this.#range(node);
    const type = node.type ?? 'PLAIN';
    const style = type === 'PLAIN' ? 'plain' : type.startsWith('QUOTE') ? 'quoted' : 'block';
    if (style === 'plain' && range.start === range.end) return undefined;
    const scalar = { kind: 'scalar', text: this.#written(String(node.value ?? '')), style, range } as const;
    const surprise = style === 'plain' ? this.#surprises.get(range.start) : undefined;
    return surprise ? { ...scalar, surprise } : scalar;
  }

  /** The text as it stands in the document; where nothing is masked, what resembles a stand-in is none. */
  #written(value: string): string {
    return this.#surprises.size > 0 ? unmask(value) : value;
  }

  #map(node: Node & { items: Pair[]; flow?: boolean }): YamlMap {
    const pairs: YamlPair[] = [];
    for (const item of node.items) {
      const key = this.convert(item.key);
      if (key?.kind === 'scalar') pairs.push({ key, value: this.convert(item.value), bare: item.value === null });
      else if (key)
        this.problems.push({ message: 'a key is one word: a list or mapping cannot be one', range: key.range });
      else if (item.value) this.convert(item.value);
    }
    const [first, last] = [pairs[0], pairs[pairs.length - 1]];
    const { start, end } = this.#range(node);
    // Of a mapping that is a key, the library says that it begins behind its own keys.
    const range = { start: Math.min(start, first?.key.range.start ?? start), end };
    return {
      kind: 'map',
      flow: node.flow === true,
      pairs,
      range: node.flow || !last ? range : { start: range.start, end: (last.value ?? last.key).range.end },
    };
  }

  #list(node: Node & { items: unknown[]; flow?: boolean }): YamlList {
    // `[a: b]` is a list of mappings with one key.
    const items = node.items.map((item) =>
      isPair(item) ? this.#map({ ...node, items: [item], flow: true } as never) : this.convert(item),
    );
    const last = items[items.length - 1];
    const range = this.#range(node);
    return {
      kind: 'list',
      flow: node.flow === true,
      items,
      range: node.flow || !last ? range : { start: range.start, end: last.range.end },
    };
  }

  #refused(node: Node): boolean {
    const range = this.#range(node);
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (isAlias(node)) {
      this.problems.push({
        message: `YAML reads ${quoted(`*${node.source}`)} as an alias, and aliases are not allowed: quote it, or write the value out`,
        range,
      });
      return true;
    }
    if (anchor !== undefined) {
      this.problems.push({
        message: `YAML reads ${quoted(`&${anchor}`)} as an anchor, and anchors are not allowed: quote the value, or remove it`,
        range: this.#property(range),
      });
      return true;
    }
    if (tag !== undefined && !/^tag:yaml\.org,2002:(?:str|map|seq)$/.test(tag)) {
      this.problems.push({
        message: `YAML reads ${quoted(tag)} as a tag, and tags are not allowed: quote the value`,
        range: this.#property(range),
      });
      return true;
    }
    return false;
  }

  /** From the anchor or tag before a node to the node's end. */
  #property(range: Range): Range {
    let start = range.start - this.#base;
    for (;;) {
      const property = /(?:^|[\s[{,])([&!][^\s[\]{},]*|!<[^>\s]*>)\s*$/.exec(
        this.#text.slice(Math.max(0, start - 500), start),
      );
      if (!property) break;
      start -= property[0].length - property[0].indexOf(property[1] as string);
    }
    return { start: this.#base + start, end: range.end };
  }

  #range(node: Node): { start: number; end: number } {
    const [start, end] = node.range ?? [0, 0];
    return { start: this.#base + start, end: this.#base + end };
  }
}
