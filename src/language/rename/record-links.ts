import type { WrittenReference } from '../../core/model/kinds/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { idFromPath } from '../../core/parse/id-from-path.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { FileMove } from './file-name.ts';
import type { Rewriting } from './rewriting.ts';

// Decision records refer to each other by links: `superseded by [ADR-5](0005-use-nats.md)`. Such a reference is the name
// of a file, which changes where the file does, whatever the id of the record is.

/** Whether a reference is part of a link to a file or of a mention, which have a rewriting of their own. */
export function isInLink({ text, convention }: ParsedDocument, { range: { start, end } }: WrittenReference): boolean {
  return convention !== undefined && (isFileName(text, end) || text.slice(start - 2, start) === '[[');
}

const isFileName = (text: string, end: number): boolean => /^\.(?:md|markdown)\b/i.test(text.slice(end, end + 10));

/** Changes the links in the front matter of a record that lead to a file which gets another name: of the body others do. */
export function rewriteRecordLinks(
  document: ParsedDocument,
  { from, to }: FileMove,
  plan: Plan,
  rewriting: Rewriting,
): void {
  const { text, convention, frontMatter } = document;
  if (!convention) return;
  for (const item of plan.itemsOf(document)) {
    for (const { target, written } of plan.referencesFrom(item)) {
      const { range } = written;
      if (target?.document.path !== from || range.end > frontMatter.bodyStart || !isFileName(text, range.end)) continue;
      // Only what can be an id is a reference, so nothing of it is encoded.
      rewriting.add(document, { range, text: idFromPath(to) });
    }
  }
}
