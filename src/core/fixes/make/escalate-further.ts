import { isSamePerson } from '../../model/values/person.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { inDocument } from '../edit/in-document.ts';
import { addWritten } from '../edit/list-entry.ts';
import { isSame } from '../edit/reference.ts';
import { mapOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';
import { askedToday } from './escalate.ts';

/** Writes that whoever is one level up is asked today, or the same person once more, and when an answer is due. */
export const escalateFurther: FixMaker = ({ item, range }, { plan, today }) => {
  const map = item && mapOf(item);
  const escalations = item?.values.escalations ?? [];
  const unanswered = escalations.find(({ value }) => isSame(value.at('answer_by'), range))?.value.values.to?.name;
  if (!item || !map || unanswered === undefined) return [];
  const isAsked = (name: string): boolean =>
    escalations.some(({ value }) => value.values.to && isSamePerson(value.values.to.name, name));
  const above = oneUp(unanswered, item, plan);
  const next = above === undefined || isAsked(above) ? [unanswered] : [above, unanswered];
  return next.flatMap((to, at) => {
    const { written, by } = askedToday(to, today);
    const edits = addWritten(item.document, map, 'escalations', written);
    if (!edits) return [];
    const title = `${to === unanswered ? `Ask ${shown(to)} again` : `Escalate to ${shown(to)}`} today, for an answer by ${by}`;
    return [{ title, edits: inDocument(item.document, edits), preferred: at === 0 }];
  });
};

/** Who is above somebody: the owner of the program above that of a workstream, and above both its sponsor. */
function oneUp(name: string, item: Item, plan: Plan): string | undefined {
  const program = plan.lookup.program(item.program);
  const workstream = item.workstream === undefined ? undefined : plan.lookup.member(item.program, item.workstream);
  const sponsor = program?.values.stakeholders?.find(({ value }) => /sponsor/i.test(value.values.role ?? ''));
  const levels = [item.owner?.name, workstream?.owner?.name, program?.owner?.name, sponsor?.value.values.name?.name];
  const at = levels.findLastIndex((level) => level !== undefined && isSamePerson(level, name));
  return at < 0 ? undefined : levels.slice(at + 1).find((level) => level !== undefined);
}
