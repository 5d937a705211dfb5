import type { TextEdit } from '../fixes/fix.ts';
import { type Day, FIRST_DAY, formatDay, LAST_DAY, parseDay } from '../model/values/day.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Range } from '../text/range.ts';
import { contentOf, indentOf } from './render-block.ts';
import { sameContent } from './same-content.ts';

/** The day that a block is dated with; undefined where it has none, or none that a plan may name. */
export function dateOf({ date }: LiveBlock): Day | undefined {
  const day = date === undefined ? undefined : parseDay(date);
  return day !== undefined && day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/** Whether the text of a block is what some lines say. Pauses, as a generator, now and then. */
export function holds(block: LiveBlock, { text }: ParsedDocument, lines: Iterable<string>): Generator<void, boolean> {
  return sameContent(text.slice(block.content.start, block.content.end), indentOf(block, text), lines);
}

/**
 * The edits that give a block other text and the date of a day. What says the same already stays as it is.
 * @param makeLines makes the lines, as often as it is asked
 */
export function* rewrite(
  block: LiveBlock,
  document: ParsedDocument,
  makeLines: () => Generator<void, Iterable<string>>,
  today: Day,
): Generator<void, TextEdit[]> {
  const edits: TextEdit[] = [];
  if (!(yield* holds(block, document, yield* makeLines()))) {
    edits.push({ range: block.content, text: contentOf(yield* makeLines(), block, document) });
  }
  if (block.close && block.date !== formatDay(today)) edits.push(dated(block, block.close, document, today));
  return edits;
}

/** Writes a date into the comment that ends a block. */
function dated({ date }: LiveBlock, close: Range, { text }: ParsedDocument, today: Day): TextEdit {
  const afterName = text.indexOf('/milepost', close.start) + '/milepost'.length;
  if (date === undefined) return { range: { start: afterName, end: afterName }, text: ` ${formatDay(today)}` };
  const start = text.indexOf(date, afterName);
  return { range: { start, end: start + date.length }, text: formatDay(today) };
}
