import { readWithLibrary } from './library.ts';
import { findTooDeep, MAX_DEPTH, MAX_LENGTH } from './limits.ts';
import type { Surprise, YamlNode, YamlProblem, YamlResult } from './node.ts';
import { readPlain } from './plain.ts';
import { recover } from './recover.ts';
import { maskSurprises } from './surprises.ts';

/**
 * Reads the YAML between two offsets of a text. Never throws. All ranges are offsets in the whole text.
 * Plain YAML takes a fast path; the rest the `yaml` library, and where that finds errors, piece by piece.
 */
export function readYaml(text: string, start: number, end: number): YamlResult {
  const refuse = (message: string, range = { start, end }): YamlResult => ({
    root: undefined,
    problems: [{ message, range }],
    surprises: [],
    broken: true,
  });
  if (end - start > MAX_LENGTH) {
    const kib = Math.ceil((end - start) / 1024);
    const firstLine = /^[^\r\n]*/.exec(text.slice(start, start + 1000)) as RegExpExecArray;
    return refuse(`${kib} KiB of YAML are too much: at most 256 KiB are read; move items into files of their own`, {
      start,
      end: start + firstLine[0].length,
    });
  }
  const plain = readPlain(text, start, end);
  if (plain) return { root: plain, problems: [], surprises: [], broken: false };
  const deep = findTooDeep(text, start, end);
  if (deep) return refuse(`nesting deeper than ${MAX_DEPTH} levels is not read: make this flatter`, deep);
  return readWhole(text, start, end);
}

function readWhole(text: string, start: number, end: number): YamlResult {
  // A lone CR ends a line for editors but not for YAML; as a LF it does, and every offset stays.
  const lines = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const marker = /^\.\.\.[ \t]*\r?$/m.exec(lines);
  const source = marker ? lines.replace(/^\.\.\.(?=[ \t]*\r?$)/gm, '   ') : lines;
  const masked = maskSurprises(source, start);
  const { node, problems } = readWithLibrary(masked.text, start, masked.surprises);
  const markers = marker ? [endMarker(start + marker.index)] : [];
  if (problems.length > 0) {
    const parts = recover(source, start);
    // Of each broken piece the first problem is told; where some were left unread, all are counted.
    const rest = parts.gaveUp || parts.problems.length === 0 ? problems.slice(parts.problems.length) : [];
    return {
      root: parts.root,
      problems: [...markers, ...parts.problems, ...rest],
      surprises: unreadable(parts.surprises),
      broken: true,
    };
  }
  const surprises = unreadable(masked.surprises);
  if (node === undefined || node.kind === 'map') {
    return { root: node, problems: markers, surprises, broken: false };
  }
  return { root: undefined, problems: [...markers, notMapping(node)], surprises, broken: true };
}

/** The surprises that YAML could not have read; a comment it can, and the field says whether it matters. */
const unreadable = (surprises: readonly Surprise[]): readonly Surprise[] =>
  surprises.filter((surprise) => surprise.reason === 'at' || surprise.reason === 'colon');

function endMarker(at: number): YamlProblem {
  return {
    message: 'front matter is one YAML document, and "..." would end it here: remove this line',
    range: { start: at, end: at + 3 },
  };
}

function notMapping(node: YamlNode): YamlProblem {
  return {
    message: `front matter is a mapping, "key: value" on each line; this is a ${node.kind === 'list' ? 'list' : 'single value'}`,
    range: node.range,
  };
}
