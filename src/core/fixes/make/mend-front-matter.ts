import { canonicalFieldName } from '../../model/field-name.ts';
import { fieldNames, ITEM_TYPES } from '../../model/registry.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { isBeforeField } from '../../parse/fence-like.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { breakAt, breakFor, isBlankBetween, lineEnd, lineStart } from '../edit/lines.ts';
import { removeLines } from '../edit/remove-lines.ts';
import { insertion, quoteAround } from '../edit/scalar.ts';
import type { FixMaker, TextEdit } from '../fix.ts';
import { mends } from '../mends.ts';

interface Attempt {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly safe?: boolean;
}

/** What closes what a value opens with. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

/**
 * Mends front matter that cannot be read: closes what was left open, quotes what YAML takes for something else, writes a
 * colon that is missing behind the name of a field. Of a few attempts, only those are offered after which less is wrong.
 * @safe where a line `...` ends the YAML too early, and where one that is not quite `---` was meant to end it and no field stands below
 */
export const mendFrontMatter: FixMaker = (finding, { plan, onlySafe }) => {
  const document = documentOf(finding, plan);
  if (!document) return [];
  const { text, frontMatter } = document;
  const { start, end } = finding.range;
  const written = text.slice(start, end);
  const attempts: Attempt[] = [];
  if (frontMatter.misclosed?.start === start) {
    attempts.push({
      title: 'Close the front matter',
      edits: [{ range: frontMatter.misclosed, text: '---' }],
      safe: !isBeforeField(text, frontMatter.misclosed),
    });
  } else if (!frontMatter.closed && start === frontMatter.range.start) {
    attempts.push({ title: 'Close the front matter', edits: [closingLine(document)] });
  } else if (
    written === '...' &&
    lineEnd(text, start) - start <= 3 + (text.slice(end).match(/^[ \t]*/)?.[0].length ?? 0)
  ) {
    attempts.push({ title: 'Remove this line', edits: [removeLines(text, start, end)], safe: true });
  } else if (document.broken && written !== '' && !/[\r\n]/.test(written)) {
    attempts.push(...mendValue(text, start, end), ...missingColon(document, start, end));
  }
  return attempts
    .filter(({ safe }) => safe || !onlySafe)
    .map(({ title, edits, safe = false }) => ({ title, edits: inDocument(document, edits), preferred: true, safe }))
    .filter((draft) => mends(document, draft.edits, plan, finding.message))
    .slice(0, 1);
};

function mendValue(text: string, start: number, end: number): readonly Attempt[] {
  const written = text.slice(start, end);
  const close = CLOSING[written[0] as string];
  const colon = /^[^\s:]+:(?=[^\s:/])/.exec(written)?.[0].length;
  return [
    ...(close === undefined ? [] : [{ title: `Add the missing ${close}`, edits: [insertion(end, close)] }]),
    ...(colon === undefined ? [] : [{ title: 'Put a space after the colon', edits: [insertion(start + colon, ' ')] }]),
    ...(/^[^\S \t]$/.test(written)
      ? [{ title: 'Write a plain space', edits: [{ range: { start, end }, text: ' ' }] }]
      : []),
    // What begins a line is a key or an entry, and no value.
    ...(isBlankBetween(text, lineStart(text, start), start)
      ? []
      : [{ title: 'Put the value in quotes', edits: quoteAround(text, start, end) }]),
  ];
}

/** `due 2027-02-12`: the name of a field that begins a line, and no colon behind it. */
function missingColon({ text }: ParsedDocument, start: number, end: number): readonly Attempt[] {
  const [, key = ''] = /^([A-Za-z][\w-]*)[ \t]+\S/.exec(text.slice(start, end)) ?? [];
  const isField = ITEM_TYPES.some((type) => fieldNames(type).includes(canonicalFieldName(key)));
  if (!isField || !/^[ \t]*(?:-[ \t]+)*$/.test(text.slice(lineStart(text, start), start))) return [];
  return [{ title: `Put a colon after ${key}`, edits: [insertion(start + key.length, ':')] }];
}

/** A line that closes the front matter, after the last line that was taken for a part of it. */
function closingLine(document: ParsedDocument): TextEdit {
  const { text, frontMatter } = document;
  const at = frontMatter.content.end;
  const newline = breakFor(document, at);
  // At the end of a text, or right after a line break, it begins a line of its own.
  const before = /[\r\n]/.test(text[at - 1] as string) ? '' : newline;
  return insertion(at, `${before}---${breakAt(text, at) === '' ? newline : before === '' ? newline : ''}`);
}
