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
export function* linesOf({ source, bodyStart, headings }: RecordText): Generator<[name: string, range: Range]> {
  const sections = headings.filter(({ depth }, at) => depth > 1 || at > 0);
  const head = source.slice(bodyStart, sections[0]?.range.start ?? source.length).replace(/\r/g, '\n');
  for (const pattern of [LINE, ROW]) {
    for (const { index, 0: line, 1: name = '', 2: value = '' } of head.matchAll(pattern)) {
      const end = bodyStart + index + line.length;
      const range = bare(source, { start: end - value.length, end });
      if (range) yield [name.toLowerCase().replace(' ', '_'), range];
    }
  }
  for (const [
    at,
    {
      textRange,
      range: { end: start },
    },
  ] of sections.entries()) {
    const heading = STATUS_HEADING.exec(source.slice(textRange.start, textRange.end));
    if (!heading) continue;
    const { end } = textRange;
    const inHeading = heading[1] && bare(source, { start: end - heading[1].length, end });
    if (inHeading) yield ['status', inHeading];
    const section = source.slice(start, sections[at + 1]?.range.start ?? source.length).replace(/\r/g, '\n');
    // A rule or an empty item of a list says nothing.
    const line = /^[^\n]*[\p{L}\p{N}?][^\n]*/mu.exec(section);
    const said = line && bare(source, { start: start + line.index, end: start + line.index + line[0].length });
    if (said) yield ['status', said];
    return;
  }
}

/** A stretch without the white space and the marks of emphasis around it; undefined where nothing else is in it. */
function bare(source: string, { start, end }: Range): Range | undefined {
  const isMark = (at: number): boolean => /[\s*_]/.test(source.charAt(at));
  let [from, to] = [start, end];
  while (from < to && isMark(from)) from++;
  while (to > from && isMark(to - 1)) to--;
  return from < to ? { start: from, end: to } : undefined;
}
