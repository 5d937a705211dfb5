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
 * @param fingerprint of these lines, where the block is to have one
 */
export function* rewrite(
  block: LiveBlock,
  document: ParsedDocument,
  makeLines: () => Generator<void, Iterable<string>>,
  today: Day,
  fingerprint?: string,
): Generator<void, TextEdit[]> {
  const edits: TextEdit[] = [];
  if (!(yield* holds(block, document, yield* makeLines()))) {
    edits.push({ range: block.content, text: contentOf(yield* makeLines(), block, document) });
  }
  const date = formatDay(today);
  const isMarked = block.date === date && block.fingerprint === fingerprint;
  if (block.close && !isMarked) edits.push(marked(block, block.close, document, date, fingerprint));
  return edits;
}

/** Writes a date, and a fingerprint where there is one, into the comment that ends a block. */
export function marked(
  { date, fingerprint }: LiveBlock,
  close: Range,
  { text }: ParsedDocument,
  newDate: string,
  newFingerprint: string | undefined,
): TextEdit {
  const mark = newFingerprint === undefined ? newDate : `${newDate} ${newFingerprint}`;
  const afterName = text.indexOf('/milepost', close.start) + '/milepost'.length;
  if (date === undefined) return { range: { start: afterName, end: afterName }, text: ` ${mark}` };
  const start = text.indexOf(date, afterName);
  const dateEnd = start + date.length;
  const end = fingerprint === undefined ? dateEnd : text.indexOf(fingerprint, dateEnd) + fingerprint.length;
  return { range: { start, end }, text: mark };
}
