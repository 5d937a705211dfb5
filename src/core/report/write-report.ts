import { readBlock } from '../blocks/read-block.ts';
import { type PlanOn, renderBlock } from '../blocks/render-block.ts';
import { rewrite } from '../blocks/sync.ts';
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
}

/**
 * Writes the generated parts of a report, and leaves everything else as its author has it. A part that says the same
 * already keeps its date. Pauses, as a generator, where a host may do something else.
 */
export function* writeReport(document: ParsedDocument, now: PlanOn): Generator<void, WrittenReport> {
  const edits: TextEdit[] = [];
  const faults: WrittenReport['faults'][number][] = [];
  for (const block of document.body.blocks) {
    yield;
    const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, now.plan) };
    if (!asked) {
      faults.push({ block, message: fault?.message ?? '' });
      continue;
    }
    const lines = [...(yield* renderBlock(asked, document.path, now))];
    const changes = yield* rewrite(block, document, () => made(lines), now.today);
    if (block.date === undefined || changes.some(({ range }) => range === block.content)) edits.push(...changes);
  }
  return { document, before: document.text, after: applyEdits(document.text, edits), edits, faults };
}
