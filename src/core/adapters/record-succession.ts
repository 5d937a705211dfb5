import type { Range } from '../text/range.ts';

/** Another record that a record says it replaces, or is replaced by: as a reference names it, and where. */
export interface NamedRecord {
  readonly field: 'supersedes' | 'superseded_by';
  readonly name: string;
  readonly range: Range;
}

/** `Superseded by`, `Supersedes`, in the spelling of adr-tools as well. */
const RELATION = /\b(?:super[sc]eded\s+by|replaced\s+by|super[sc]edes|replaces)\b/gi;

/** What makes of such words something that has not happened: `not superseded by`, `will be superseded by`. */
const NOT_SO = /\b(?:not|never|(?:will|would|may|might|could|should|to)\s+be)\s+(?:yet\s+)?$/i;

/** The end of `[4. Use NATS](0004-use-nats.md)`. The destination is taken whole, so that nothing is looked for in it twice. */
const LINK = /\]\([ \t]*<?([^\s()<>]+)>?(?:[ \t][^()\n]*)?\)/dg;
/** The name of a Markdown file at the end of a path, without what leads into it: that is the name of a record. */
const FILE = /\.(?:md|markdown)$/i;
const WIKI = /\[\[([^[\]|#\n]+)(?:[|#][^[\]\n]*)?\]\]/g;
/** `ADR-0005`, `ADR 5`, `0005-use-nats`; a day is none. */
const ID = /\d{4}-\d{2}-\d{2}(?!\d)|\badr[-_ #]{0,2}\d{1,6}(?:-[\p{L}\p{N}]+)*|\b0\d{1,5}(?:-[\p{L}\p{N}]+)*/giu;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** `Superseded by 12`, `12 and 13`; `replaces 3 services` counts something else. */
const NUMBER = /^\W{0,3}(\d{1,6})\b(?!\s+(?!(?:and|on|since|in|from)\b)\p{Ll})/u;

/** Whether a line ends before it has said which record it means: the next one of its paragraph says that. */
export const endsInRelation = (line: string): boolean =>
  /\b(?:(?:super[sc]eded|replaced)[ \t]+by|super[sc]edes|replaces)[*_ \t:]*$/i.test(line.slice(-40));

/** A link to another site, and an address of one: what lies there is none of the records beside this one. */
const ELSEWHERE =
  /\[(?:[^[\]\n]|\[[^[\]\n]*\])*\]\([ \t]*<?(?:[a-z]{2,10}:|\/\/)[^()\n]*\)|\b(?:https?|ftp|file|ssh|git):\/\/[^\s<>]+|\bwww\.[^\s<>]+/gi;

/** The records that a line names as those that it replaces or is replaced by; offsets are those of the line and `start`. */
export function* namedRecords(written: string, start: number): Generator<NamedRecord> {
  const line = written.replace(ELSEWHERE, (address) => ' '.repeat(address.length));
  const relations = [...line.matchAll(RELATION)].filter(
    ({ index }) => !NOT_SO.test(line.slice(Math.max(0, index - 20), index)),
  );
  for (const [at, { index, 0: words }] of relations.entries()) {
    const from = index + words.length;
    const rest = line.slice(from, relations[at + 1]?.index);
    const field = / /.test(words.replace(/\s+/, ' ')) ? 'superseded_by' : 'supersedes';
    for (const { name, offset } of namesIn(rest)) {
      const begin = start + from + offset;
      yield { field, name: name.replace(/[\s#_]+/g, '-'), range: { start: begin, end: begin + name.length } };
    }
  }
}

interface Name {
  readonly name: string;
  readonly offset: number;
}

/** Names of records: links before anything that looks like one, since the text of a link says it again. */
function namesIn(text: string): readonly Name[] {
  const links = [...text.matchAll(LINK)].flatMap(({ indices, 1: destination = '' }) =>
    fileIn(destination, indices?.[1]?.[0] ?? 0),
  );
  if (links.length > 0) return links;
  const wiki = [...text.matchAll(WIKI)].map(({ index, 1: name = '' }) => ({ name, offset: index + 2 }));
  if (wiki.length > 0) return wiki;
  const ids = [...text.matchAll(ID)].filter(({ 0: id }) => !DAY.test(id));
  if (ids.length > 0) return ids.map(({ index, 0: name }) => ({ name, offset: index }));
  const [whole, number] = NUMBER.exec(text) ?? [];
  return whole !== undefined && number !== undefined ? [{ name: number, offset: whole.length - number.length }] : [];
}

/** The name of the record that a destination leads to; none where that is no Markdown file. */
function fileIn(destination: string, start: number): readonly Name[] {
  const [path = ''] = destination.split(/[#?]/, 1);
  if (!FILE.test(path)) return [];
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(FILE, '');
  return name === '' ? [] : [{ name, offset: start + slash }];
}
