import { fingerprintOf, isWrittenIn } from '../blocks/fingerprint.ts';
import { readBlock } from '../blocks/read-block.ts';
import { isRecord } from '../blocks/records.ts';
import { type PlanOn, renderBlock } from '../blocks/render-block.ts';
import { dateOf, marked, rewrite } from '../blocks/sync.ts';
import { applyEdits } from '../fixes/edit/apply.ts';
import type { TextEdit } from '../fixes/fix.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';

/** What was made already: nobody waits for it. */
// biome-ignore lint/correctness/useYield: others pause before their first line.
function* made(lines: readonly string[]): Generator<void, readonly string[]> {
  return lines;
}

/** A report, and what writing it makes of its text. */
export interface WrittenReport {
  readonly document: ParsedDocument;
  readonly before: string;
  /** The same text where every part says already what the plan gives. */
  readonly after: string;
  /** From the one to the other: every byte that none of them names stays. */
  readonly edits: readonly TextEdit[];
  /** The parts that nobody can write, each with the reason. */
  readonly faults: readonly { readonly block: LiveBlock; readonly message: string }[];
  /** The parts that would say something else, and in which somebody has written: they are left as they are. */
  readonly kept: readonly KeptPart[];
}

/** A part that stays as it is. */
export interface KeptPart {
  readonly block: LiveBlock;
  /** Where it begins in the new text. */
  readonly at: number;
}

/**
 * Writes the generated parts of a report, and leaves everything else as its author has it: what somebody has written in a
 * generated part as well. A part that says the same already keeps its date. Pauses, as a generator, where a host may do
 * something else.
 */
export function* writeReport(document: ParsedDocument, now: PlanOn): Generator<void, WrittenReport> {
  const edits: TextEdit[] = [];
  /** What would be written only because something else is. */
  const marks: TextEdit[] = [];
  const faults: WrittenReport['faults'][number][] = [];
  const kept: LiveBlock[] = [];
  for (const block of document.body.blocks) {
    yield;
    const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, now.plan) };
    if (!asked) {
      faults.push({ block, message: fault?.message ?? '' });
      continue;
    }
    const isOfReport = isRecord(asked.view, document);
    // What is no part of a report is compared with the plan afterwards, by who has no git as well.
    const told = isOfReport ? now : { ...now, change: undefined };
    const lines = [...(yield* renderBlock(asked, document.path, told))];
    const fingerprint = isOfReport ? fingerprintOf(lines.join('\n')) : undefined;
    const changes = yield* rewrite(block, document, () => made(lines), now.today, fingerprint);
    const isOtherText = changes.some(({ range }) => range === block.content);
    if (isOtherText && isWrittenIn(block, document)) kept.push(block);
    else if (isOtherText || block.date === undefined || dateOf(block) === undefined) edits.push(...changes);
    else if (block.close && fingerprint !== block.fingerprint) {
      marks.push(marked(block, block.close, document, block.date, fingerprint));
    }
  }
  if (edits.length > 0) edits.push(...marks);
  const places = kept.map((block) => ({ block, at: shifted(block.open.start, edits) }));
  return { document, before: document.text, after: applyEdits(document.text, edits), edits, faults, kept: places };
}

/** Where a place is after edits that do not touch it. */
const shifted = (at: number, edits: readonly TextEdit[]): number =>
  edits.reduce((sum, { range, text }) => (range.end <= at ? sum + text.length - (range.end - range.start) : sum), at);
