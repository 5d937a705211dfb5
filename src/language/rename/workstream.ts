import { pairNamed, treeOf } from '../../core/fixes/edit/tree.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { optionsIn } from '../options/option-kind.ts';
import { rewriteOption } from './blocks.ts';
import { streamAfter } from './filters.ts';
import { askerOf } from './mentions.ts';
import type { NamedWorkstream } from './named.ts';
import { rewrite } from './references.ts';
import type { Rewriting } from './rewriting.ts';

/** How many documents are looked at before a pause is offered. */
const AT_ONCE = 100;

/** Gives a workstream another name that no document describes: items, registers and live blocks say it. */
export function* rewriteWorkstream(
  { program, id }: NamedWorkstream,
  to: string,
  plan: Plan,
  rewriting: Rewriting,
): Generator<void> {
  for (const [index, document] of plan.documents.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    for (const item of plan.itemsOf(document)) {
      const written = item.values.workstream;
      if (item.program !== program || written?.name.id !== id) continue;
      const value = item.parsed.fields.get('workstream')?.value;
      rewrite(document, value, written, { ...written.name, id: to }, rewriting);
    }
    for (const known of optionsIn(document, plan)) {
      const other = known.kind === 'workstream' && streamAfter({ known, document, plan }, { program, id }, to);
      if (other) rewriteOption(document, known.option, other, rewriting);
    }
    const { workstream } = document.holder;
    const asker = askerOf(document, plan);
    if (asker !== program) continue;
    if (workstream?.name.id === id) {
      const root = treeOf(document);
      const value = root && pairNamed(root, 'workstream')?.value;
      rewrite(document, value, workstream, { ...workstream.name, id: to }, rewriting);
    }
  }
}
