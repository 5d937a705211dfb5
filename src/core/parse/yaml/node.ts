import type { Range } from '../../text/range.ts';

/** A scalar: always text, exactly as written, whatever YAML's schemas would make of it. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  /** In the document, quotes included. */
  readonly range: Range;
  /** Set where what was written is not what YAML reads. */
  readonly surprise?: Surprise;
}

/** One key of a mapping. Without a `:` (a stray piece after a comma in a flow mapping) `bare` is true. */
export interface YamlPair {
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
  readonly bare: boolean;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly pairs: readonly YamlPair[];
  readonly range: Range;
}

export interface YamlList {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly (YamlNode | undefined)[];
  readonly range: Range;
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** Why a plain value is not what it seems, and the stretch that quotes should go around. */
export interface Surprise {
  readonly reason: 'at' | 'colon' | 'comment' | 'aside';
  readonly range: Range;
}

/** Something wrong with the YAML itself. */
export interface YamlProblem {
  readonly message: string;
  readonly range: Range;
}

/** What reading YAML gives: always what could be read, and what was wrong. */
export interface YamlResult {
  readonly root: YamlMap | undefined;
  readonly problems: readonly YamlProblem[];
  /** Surprises that YAML could not have read at all; the values are those that were meant. */
  readonly surprises: readonly Surprise[];
  /** Whether part of the text was lost, so that a name that is missing may stand in the lost part. */
  readonly broken: boolean;
}

/** The range of a scalar's content: without its quotes. */
export function contentRange(scalar: YamlScalar): Range {
  return scalar.style === 'quoted' ? { start: scalar.range.start + 1, end: scalar.range.end - 1 } : scalar.range;
}

/** The range of part of a scalar's text; where escapes make that unclear, of the whole scalar. */
export function partRange(scalar: YamlScalar, from: number, length: number): Range {
  const content = contentRange(scalar);
  if (content.end - content.start !== scalar.text.length) return content;
  return { start: content.start + from, end: content.start + from + length };
}

/** Whether a node is absent for all purposes: nothing, an empty plain scalar, `null` or `~`. */
export function isEmpty(node: YamlNode | undefined): boolean {
  return (
    node === undefined ||
    (node.kind === 'scalar' && node.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(node.text))
  );
}

/** The value under a key of a mapping, with its first spelling winning; undefined where there is none. */
export function valueAt(map: YamlMap, key: string): YamlNode | undefined {
  return map.pairs.find((pair) => pair.key.text === key)?.value;
}
