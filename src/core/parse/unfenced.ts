import { canonicalFieldName } from '../model/field-name.ts';
import { COLLECTIONS, DOCUMENT_TYPES, fieldOf, noValues, REGISTER, typeNamed } from '../model/registry.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { BlockTexts } from './block-texts.ts';
import { scanBody } from './body/scan.ts';
import { COMMON_NAMES, holdsCollections } from './collections.ts';
import { ParsedDocument } from './document.ts';
import { fenceLikeAt, isContinued, isFence } from './fence-like.ts';
import type { Problem } from './problem.ts';
import { valueAt, type YamlMap } from './yaml/node.ts';
import { readYaml } from './yaml/read.ts';

/** Lines of fields at the top of a text that were meant as front matter, and are none. */
export interface Unfenced {
  /** Where front matter begins: after a byte order mark. */
  readonly start: number;
  /** The line that stands in the place of the first `---`, or is it below empty lines; undefined where none does. */
  readonly opening: Range | undefined;
  /** The lines of its fields. */
  readonly content: Range;
  /** The line that ends it; undefined where none does. */
  readonly closing: Range | undefined;
}

/** So many empty lines above and below the first line are taken for a slip. */
const MOST_EMPTY = 5;

/** More lines than these nobody has written and forgotten to mark. */
const MOST_LINES = 2000;

const EMPTY_LINE = /[ \t]*(?:\r\n|\r|\n)/y;
const KEY_LINE = /[A-Za-z_][\w-]*[ \t]*:(?=[ \t\r\n]|$)/y;
/** A field, an entry, what stands below one, the end of what stands in brackets, a comment. */
const YAML_LINE = /(?:[A-Za-z_][\w-]*[ \t]*:(?=[ \t\r\n]|$)|-[ \t]|[ \t]+\S|[\]}]|#)/y;
/** What has to stand there for any of it to be read: a type of document or a collection, alone in its place. */
const SAYS_PLAN = new RegExp(
  `^(?:type[ \\t]*:[ \\t]*["']?(?:${DOCUMENT_TYPES.join('|')})["']?[ \\t]*(?:#.*)?|(?:${COLLECTIONS.join('|')})[ \\t]*:.*)$`,
  'm',
);

/**
 * The front matter of a text that has none but clearly was meant to: it begins with lines of fields, among them a type of
 * document, written as it is, or a collection with entries of its items. Of any other text the first bytes are looked at.
 */
export function findUnfenced(text: string): Unfenced | undefined {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const top = skipEmpty(text, start);
  const opening = fenceLikeAt(text, top);
  const first = opening ? skipEmpty(text, afterLine(text, opening.end)) : top;
  if (!matchesAt(KEY_LINE, text, first)) return undefined;
  const { end, closing, isClean } = fieldsFrom(text, first);
  if (!isClean && !opening && !closing) return undefined;
  const found = { start, opening, content: { start: first, end }, closing };
  return isMeantAsPlan(text, found) ? found : undefined;
}

/** The document of a text whose front matter is none: it has no items, and says why. */
export function unfencedDocument(path: string, text: string): ParsedDocument | undefined {
  const found = findUnfenced(text);
  if (!found) return undefined;
  const nowhere = { start: found.start, end: found.start };
  return new ParsedDocument({
    path,
    text,
    frontMatter: { range: nowhere, content: nowhere, bodyStart: found.start, closed: true },
    type: REGISTER,
    items: [],
    holder: noValues(),
    problems: [problemOf(text, found)],
    // What it would show and name is nobody's affair before it is part of the plan.
    body: scanBody(text, text.length),
    conflicts: [],
    broken: true,
  });
}

function problemOf(text: string, { opening, content, closing }: Unfenced): Problem {
  const written = ({ start, end }: Range): string =>
    quoted(
      text
        .slice(start, end)
        .replace(/^[ \t]+/, '')
        .replaceAll('\u00a0', '␣'),
    );
  const isOpen = opening !== undefined && isFence(text.slice(opening.start, opening.end));
  const begin = isOpen
    ? 'remove the empty lines above this one'
    : opening
      ? `write "---" in the place of ${written(opening)} above them`
      : 'write a line "---" above this one';
  const isClosed = closing !== undefined && isFence(text.slice(closing.start, closing.end));
  const end = isClosed
    ? ''
    : closing
      ? `, and ${opening && !isOpen ? 'of' : 'write "---" in the place of'} ${written(closing)} below them`
      : ', and write a line "---" after the last field';
  const at = opening ?? content;
  const line = /^[^\r\n]*/.exec(text.slice(at.start, at.end))?.[0].trimEnd() ?? '';
  return {
    code: 'unfenced-front-matter',
    message: `these fields are no front matter, so this file is left out of the plan: ${begin}${end}`,
    range: { start: at.start, end: at.start + line.length },
  };
}

interface Fields {
  readonly end: number;
  /** The line that closes them. */
  readonly closing: Range | undefined;
  /** Whether each line of them is one of YAML: a slip in one makes no prose of the others. */
  readonly isClean: boolean;
}

/** The lines of fields that begin at an offset: to the line that closes them, else to an empty one. */
function fieldsFrom(text: string, first: number): Fields {
  const texts = new BlockTexts();
  let firstEmpty: number | undefined;
  /** The first empty line at the end of a text, which may go on below it. */
  let emptyInText: number | undefined;
  let isClean = true;
  let at = first;
  for (let count = 0; at < text.length && count < MOST_LINES; count++) {
    const next = afterLine(text, at);
    const isEmpty = matchesAt(EMPTY_LINE, text, at);
    if (texts.hold(text.slice(at, next).replace(/[\r\n]+$/, ''))) {
      emptyInText = isEmpty ? (emptyInText ?? at) : undefined;
      at = next;
      continue;
    }
    firstEmpty ??= emptyInText;
    const closing = fenceLikeAt(text, at);
    if (closing && !isContinued(text, closing)) return { end: at, closing, isClean };
    if (isEmpty) firstEmpty ??= at;
    else if (!matchesAt(YAML_LINE, text, at) || (firstEmpty !== undefined && text[at] === '#')) {
      // Below an empty line that is the text; above, somebody has left out a colon.
      if (firstEmpty !== undefined) break;
      isClean = false;
    }
    at = next;
  }
  firstEmpty ??= emptyInText;
  return { end: firstEmpty ?? at, closing: undefined, isClean };
}

function isMeantAsPlan(text: string, { opening, content, closing }: Unfenced): boolean {
  if (!SAYS_PLAN.test(text.slice(content.start, content.end))) return false;
  const { root } = readYaml(text, content.start, content.end);
  if (!root) return false;
  if (holdsCollections(root)) return true;
  const type = valueAt(root, 'type');
  if (type?.kind !== 'scalar') return false;
  const known = knownFields(root, type.text.trim());
  if (opening || closing) return known.length > 0;
  // Nothing but its fields tells it from notes of somebody.
  return known.length > 1 && known.some((name) => !COMMON_NAMES.has(name));
}

/** The fields that a document of a type has, besides its type. */
function knownFields(root: YamlMap, name: string): readonly string[] {
  const type = typeNamed(name);
  if (!type) return [];
  const names = root.pairs.map(({ key }) => canonicalFieldName(key.text));
  return names.filter((one) => one === 'id' || one === 'status' || fieldOf(type, one) !== undefined);
}

function skipEmpty(text: string, from: number): number {
  let at = from;
  for (let count = 0; count < MOST_EMPTY && matchesAt(EMPTY_LINE, text, at); count++) at = EMPTY_LINE.lastIndex;
  return at;
}

const LINE_REST = /[^\r\n]*(?:\r\n|\r|\n)?/y;

function afterLine(text: string, at: number): number {
  matchesAt(LINE_REST, text, at);
  return LINE_REST.lastIndex;
}

/** Whether a pattern is found at an offset; its `lastIndex` is then where that ends. */
function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
