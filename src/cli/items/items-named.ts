import { parseReference } from '../../core/model/values/reference.ts';
import type { Item, ReferenceFault } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure } from '../failure.ts';

/** The item of that name; of duplicates, all. */
export function itemsNamed(written: string, plan: Plan): readonly Item[] {
  const name = parseReference(written);
  if (!name.ok) throw new Failure(`${quoted(written)}: ${name.why}`);
  // Nobody asks from within a program: only a name that is unique is enough.
  const { target, fault } = plan.lookup.find(name.value, '', ['any']);
  if (!target) throw new Failure(noItem(written, fault));
  return plan.items.filter((item) => item.key === target.key && item.type.name === target.type.name);
}

/** What is near, or among which items it could be, says the fault; else the list of all helps. */
const noItem = (written: string, fault: ReferenceFault | undefined): string =>
  fault && !(fault.kind === 'unknown' && fault.isNowhere)
    ? fault.message
    : `there is no item ${quoted(written)}: "milepost list" shows all of them`;
