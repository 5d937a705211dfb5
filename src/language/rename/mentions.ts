import { parseReference } from '../../core/model/values/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { ProseIndex } from '../../core/plan/prose-index.ts';
import type { Range } from '../../core/text/range.ts';
import { type NamesAfter, nameText } from './names-after.ts';
import { nameAfter } from './references.ts';
import type { Rewriting } from './rewriting.ts';

/** Changes what the prose of a document mentions in double brackets; labels and headings behind the name stay. */
export function rewriteMentions(document: ParsedDocument, plan: Plan, names: NamesAfter, rewriting: Rewriting): void {
  let prose: ProseIndex | undefined;
  for (const { kind, target, range } of document.body.mentions) {
    if (kind !== 'wiki' || isGenerated(document, range) || /^_?toc_?$/i.test(target)) continue;
    const name = parseReference(target.trim());
    if (!name.ok || !names.concerns(name.value)) continue;
    prose ??= new ProseIndex(document, plan);
    const asker = prose.itemAt(range.start)?.program ?? askerOf(document, plan);
    const to = nameText(nameAfter(name.value, asker, names, document, range));
    if (to !== target.normalize('NFC')) rewriting.add(document, { range, text: to });
  }
}

/** The program for which names in a document are looked up, outside of the prose of its items. */
export const askerOf = (document: ParsedDocument, plan: Plan): string =>
  plan.itemsOf(document)[0]?.program ?? document.holder.program?.name.id ?? '';

/** Whether a stretch stands in a live block: what is generated is not what somebody wrote. */
export const isGenerated = ({ body }: ParsedDocument, { start }: Range): boolean =>
  body.blocks.some(({ content }) => content.start <= start && start < content.end);
