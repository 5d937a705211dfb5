import { applyEdits } from '../../../core/fixes/edit/apply.ts';
import { isBlankBetween, lineStart } from '../../../core/fixes/edit/lines.ts';
import { deletion, insertion } from '../../../core/fixes/edit/scalar.ts';
import type { TextEdit } from '../../../core/fixes/fix.ts';
import type { Heading } from '../../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Range } from '../../../core/text/range.ts';
import { MoveRefused } from './refused.ts';

/** The whole lines that are the prose of an item. */
export function sectionsOf({ document, parsed }: Item): readonly Range[] {
  const { text, frontMatter, body } = document;
  const whole = (at: number): number => {
    if (at >= text.length || at <= frontMatter.bodyStart) return at;
    const line = lineStart(text, at);
    if (!isBlankBetween(text, line, at))
      throw new MoveRefused('a heading of its prose stands in a list or a quotation');
    return line;
  };
  const sections = parsed.prose.map(({ start, end }) => ({ start: whole(start), end: whole(end) }));
  const isCut = body.blocks.some(({ range }) =>
    sections.some(
      ({ start, end }) => (range.start < start && start < range.end) || (range.start < end && end < range.end),
    ),
  );
  if (isCut) throw new MoveRefused('a live block stands in its prose and in other text');
  checkLabels(text, frontMatter.bodyStart, sections);
  return sections;
}

/** Whether an offset lies in one of some stretches. */
export const isIn = (ranges: readonly Range[], offset: number): boolean =>
  ranges.some(({ start, end }) => start <= offset && offset < end);

/** The headings that stand in some stretches. */
export const headingsIn = ({ body }: ParsedDocument, ranges: readonly Range[]): readonly Heading[] =>
  body.headings.filter(({ range }) => isIn(ranges, range.start));

/** Refuses where a link or footnote says where it leads on the other side of the cut. */
function checkLabels(text: string, from: number, sections: readonly Range[]): void {
  const moved = sections
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
    .toLowerCase();
  let rest = '';
  let at = from;
  for (const { start, end } of [...sections].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  rest = (rest + text.slice(at)).toLowerCase();
  for (const [, label] of text.slice(from).matchAll(/^[ \t>]*\[([^\]\r\n]+)\]:/gm)) {
    const name = `[${label?.toLowerCase()}]`;
    if (moved.includes(name) && rest.includes(name)) {
      throw new MoveRefused(`its prose and other text share the reference ${name}: write it in both first`);
    }
  }
}

/** Edits that give a heading another depth. */
export function atDepth(text: string, { range, textRange, depth }: Heading, to: number): readonly TextEdit[] {
  if (to === depth) return [];
  if (to > 6) throw new MoveRefused('its headings would be more than six levels deep');
  if (text[range.start] === '#') {
    return to > depth
      ? [insertion(range.start, '#'.repeat(to - depth))]
      : [deletion(range.start, range.start + depth - to)];
  }
  if (to <= 2) {
    const line = /[=-]+[ \t]*$/.exec(text.slice(range.start, range.end))?.[0] ?? '';
    const marks = line.trimEnd();
    const start = range.end - line.length;
    return [{ range: { start, end: start + marks.length }, text: (to === 1 ? '=' : '-').repeat(marks.length) }];
  }
  if (/[\r\n]/.test(text.slice(textRange.start, textRange.end))) {
    throw new MoveRefused('a heading of several lines would have to be one of few: write it in one line first');
  }
  return [insertion(textRange.start, `${'#'.repeat(to)} `), deletion(textRange.end, range.end)];
}

/** Stretches of a text once they are edited, as one text with other line breaks; empty where there is nothing. */
export function textOf(
  { text }: ParsedDocument,
  ranges: readonly Range[],
  edits: readonly TextEdit[],
  newline: string,
): string {
  const parts = ranges.map(({ start, end }) => {
    const own = edits
      .filter(({ range }) => start <= range.start && range.end <= end && (range.start < end || end === text.length))
      .map((edit) => ({ ...edit, range: { start: edit.range.start - start, end: edit.range.end - start } }));
    return applyEdits(text.slice(start, end), own);
  });
  return parts
    .map((part) => part.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '').trimEnd())
    .filter((part) => part !== '')
    .map((part) => `${part.replace(/\r\n|\r|\n/g, newline)}${newline}`)
    .join(newline);
}
