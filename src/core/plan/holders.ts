import type { WrittenReference } from '../model/kinds/reference.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Reference } from './item.ts';
import type { Plan } from './plan.ts';
import { findProgram, findWorkstream } from './references.ts';

/** What a register says of all its entries: the program or workstream that they belong to. */
export interface HolderReference extends Pick<Reference, 'target' | 'fault'> {
  readonly document: ParsedDocument;
  readonly field: 'program' | 'workstream';
  readonly written: WrittenReference;
}

/** The references of the registers of a plan, which are no items. */
export function* holderReferences({ documentsWith, itemsOf, lookup }: Plan): Generator<HolderReference> {
  for (const document of documentsWith('holder')) {
    const { program, workstream } = document.holder;
    if (program) yield { document, field: 'program', written: program, ...findProgram(program, lookup) };
    if (!workstream) continue;
    const own = program?.name.id ?? itemsOf(document)[0]?.program;
    if (own === undefined) continue;
    yield { document, field: 'workstream', written: workstream, ...findWorkstream(workstream, own, lookup) };
  }
}
