import { ITEM_TYPES, typeNamed } from '../../model/registry.ts';
import type { Reference } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { isEditable } from '../documents.ts';
import { referenceAt } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { placeNew, titleOf } from '../place-for-new.ts';
import { shown } from '../words.ts';

const MOST = 3;

/** The type whose items are numbered so where a plan has none yet: `R7` is a risk as `R-7` is. */
const typeNumbered = (prefix: string): string | undefined =>
  ITEM_TYPES.find((type) => type.prefix === `${prefix.replace('-', '').toUpperCase()}-`)?.name;

/** Creates the item that a reference leads to, of a type that the field takes. */
export const createMissing: FixMaker = (finding, { plan, today }) => {
  const reference = referenceAt(finding, plan);
  if (!reference || !isEditable(reference.from)) return [];
  const { from, field, written } = reference;
  if (field === 'program') return [];
  const { id, program = from.program } = written.name;
  // In another program there is no document that refers to it.
  const isElsewhere = program !== from.program;
  if (isElsewhere && !plan.programs.some((known) => known.id === program)) return [];
  // Beside an id that was probably meant, one is choice enough.
  return typesFor(reference, plan)
    .slice(0, finding.suggestion === undefined ? MOST : 1)
    .flatMap((name) => {
      const type = typeNamed(name);
      if (!type) return [];
      const item = { type, id, title: titleOf(id, type), program, today };
      const document = isElsewhere ? plan.lookup.program(program)?.document : from.document;
      const place = document && placeNew(document, item, [], plan);
      if (!place) return [];
      const where = place.creates ? ` in ${shown(place.creates.path)}` : '';
      return [{ title: `Create the ${name} ${shown(id)}${where}`, ...place }];
    });
};

/** The types that a reference may mean, the likeliest first: what is numbered alike is of one type. */
function typesFor({ from, field, written }: Reference, plan: Plan): readonly string[] {
  const refersTo = field === 'workstream' ? ['workstream'] : (from.type.fields[field]?.refersTo ?? ['any']);
  const taken = (type: string): boolean => refersTo.includes('any') || refersTo.includes(type);
  const prefix = /^(\p{L}+-?)\d+$/u.exec(written.name.id)?.[1];
  const alike = plan.items.find(({ id, type }) => prefix !== undefined && type.collection && isNumbered(id, prefix));
  const meant = alike?.type.name ?? typeNumbered(prefix ?? '');
  if (meant !== undefined && taken(meant)) return [meant];
  return refersTo.includes('any') ? ['milestone'] : refersTo;
}

const isNumbered = (id: string, prefix: string): boolean =>
  id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length));
