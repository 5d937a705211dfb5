import { isSamePerson, parsePerson } from '../../core/model/values/person.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import type { PlanNow } from '../request.ts';
import type { HoverSection } from './hover.ts';

/** A person: what they answer for in the plan. */
export function personSection(text: string, { plan, state }: PlanNow): HoverSection | undefined {
  const { name } = parsePerson(text);
  if (name === '') return undefined;
  const open = plan.items.filter((item) => item.open && item.owner && isSamePerson(item.owner.name, name));
  const counts = {
    overdue: open.filter(state.isOverdue).length,
    blocked: open.filter(state.blocked.isBlocked).length,
    critical: open.filter((item) => state.schedule.isShownCritical(item)).length,
  };
  const parts = Object.entries(counts).flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : []));
  const owns = open.length === 0 ? 'Owns nothing that is open' : `Owns ${counted(open.length, 'open item')}`;
  return { icon: 'person', title: visible(plan.people.spellingOf(name)), lines: [[owns, ...parts].join(' · ')] };
}
