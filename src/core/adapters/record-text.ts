import type { BodyFacts, Heading } from '../parse/body/facts.ts';
import { without } from '../parse/conflicts.ts';
import type { YamlMap } from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';

/** What a record is read from. */
export interface RecordText {
  /** Its text without what is nobody's word: comments, code and live blocks are blank. Offsets are those of the text. */
  readonly source: string;
  readonly bodyStart: number;
  readonly root: YamlMap | undefined;
  /** The headings that are the record's own. */
  readonly headings: readonly Heading[];
}

/** A fenced block of code, or a comment; one that is never closed runs to the end. */
const ASIDE =
  /^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*(?:\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?![\s\S]))|<!--[\s\S]*?(?:-->|(?![\s\S]))/gm;

/** What stands in a body besides the words of the record. */
export function textOf(source: string, bodyStart: number, root: YamlMap | undefined, body: BodyFacts): RecordText {
  const lines = source.slice(bodyStart).replace(/\r/g, '\n');
  const asides: Range[] = [...lines.matchAll(ASIDE)].map(({ index, 0: aside }) => ({
    start: bodyStart + index,
    end: bodyStart + index + aside.length,
  }));
  const blocks = body.blocks.map(({ content }) => content);
  const said = without(without(source, asides), blocks);
  const headings = body.headings.filter(({ textRange: { start, end } }) => said.slice(start, end).trim() !== '');
  return { source: said, bodyStart, root, headings };
}

/** A heading "Status", with a number before it and what it says behind a colon where it does. */
const STATUS_HEADING = /^(?:\d[\d.]*[.)]?\s+)?[*_]*status[*_]*(?:\s*:[*_]*\s*(\S.*)?)?$/i;

/** Whether a heading is that of the section which says the status. */
export const isStatusHeading = (text: string): boolean => STATUS_HEADING.test(text.trim());

/** A line of a list or a paragraph, or a row of a table, that says a field behind its name. */
const LABEL = '[*_]*(status|date|deciders|decision[- ]makers?)[*_]*';
const LINE = new RegExp(`^[ \\t]*(?:[*+>-][ \\t]+)?${LABEL}[ \\t]*:[*_]*[ \\t]*(\\S[^\\n]*)`, 'gim');
const ROW = new RegExp(`^[ \\t]*\\|[ \\t]*${LABEL}[ \\t]*:?[*_]*[ \\t]*\\|[ \\t]*([^|\\s][^|\\n]*)`, 'gim');

/** What stands in the body: behind a name above the first section, and under a heading "Status" or in it. */
export function* linesOf(record: RecordText): Generator<[name: string, range: Range]> {
  const { source, bodyStart, headings } = record;
  const head = source.slice(bodyStart, sectionsOf(headings)[0]?.range.start ?? source.length).replace(/\r/g, '\n');
  for (const pattern of [LINE, ROW]) {
    for (const { index, 0: line, 1: name = '', 2: value = '' } of head.matchAll(pattern)) {
      const end = bodyStart + index + line.length;
      const range = bare(source, { start: end - value.length, end });
      if (range) yield [name.toLowerCase().replace(' ', '_'), range];
    }
  }
  const section = statusSection(record);
  if (!section) return;
  if (section.inHeading) yield ['status', section.inHeading];
  const lines = linesIn(section, source);
  // Who adds to a record that it has been superseded often leaves the line that says it was accepted.
  const said = lines.find(({ start, end }) => SUPERSEDED.test(source.slice(start, end))) ?? lines[0];
  if (said) yield ['status', said];
}

const SUPERSEDED = /^[^\p{L}]*super[sc]eded\s+by\b/iu;

/** The lines of the section "Status". */
export function statusLines(record: RecordText): readonly Range[] {
  const section = statusSection(record);
  return section ? linesIn(section, record.source) : [];
}

interface StatusSection extends Range {
  /** What its heading says behind a colon. */
  readonly inHeading: Range | undefined;
}

/** The first section that is called "Status". */
function statusSection({ source, headings }: RecordText): StatusSection | undefined {
  const sections = sectionsOf(headings);
  for (const [at, { textRange, range }] of sections.entries()) {
    const heading = STATUS_HEADING.exec(source.slice(textRange.start, textRange.end));
    if (!heading) continue;
    const { end } = textRange;
    return {
      start: range.end,
      end: sections[at + 1]?.range.start ?? source.length,
      inHeading: heading[1] === undefined ? undefined : bare(source, { start: end - heading[1].length, end }),
    };
  }
  return undefined;
}

/** The headings below the title. */
const sectionsOf = (headings: readonly Heading[]): readonly Heading[] =>
  headings.filter(({ depth }, at) => depth > 1 || at > 0);

/** The lines of a stretch that say something: a rule or an empty item of a list does not. */
function linesIn({ start, end }: Range, source: string): readonly Range[] {
  const text = source.slice(start, end).replace(/\r/g, '\n');
  return [...text.matchAll(/^[^\n]*[\p{L}\p{N}?][^\n]*/gmu)].flatMap(({ index, 0: line }) => {
    const from = start + index;
    return bare(source, { start: from, end: from + line.length }) ?? [];
  });
}

/** A stretch without the white space and the marks of emphasis around it; undefined where nothing else is in it. */
function bare(source: string, { start, end }: Range): Range | undefined {
  const isMark = (at: number): boolean => /[\s*_]/.test(source.charAt(at));
  let [from, to] = [start, end];
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return from < to ? { start: from, end: to } : undefined;
}
