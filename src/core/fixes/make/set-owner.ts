import { parsePerson, personKey } from '../../model/values/person.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { mostFrequent } from '../../text/most-frequent.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

const MOST = 3;

/** Names one of those who answer for most in the same workstream, else in the same program. */
export const setOwner: FixMaker = ({ item }, { plan }) => {
  if (!item) return [];
  return ownersAround(item, plan).flatMap((owner) => {
    const edits = setFields(item, [['owner', owner]]);
    return edits ? [{ title: `Set owner to ${shown(owner)}`, edits }] : [];
  });
};

/** The names as they are written, an `@` included; each person once. */
function ownersAround(item: Item, plan: Plan): readonly string[] {
  const { items = [], item: program } = plan.programs.find(({ id }) => id === item.program) ?? {};
  const near = item.workstream === undefined ? [] : items.filter((other) => other.workstream === item.workstream);
  const owners = (some: readonly Item[]): readonly string[] => mostFrequent(some.flatMap(ownerText));
  const names = [...owners(near), ...owners([...items, ...(program ? [program] : [])])];
  return [...new Map(names.reverse().map((name) => [personKey(parsePerson(name).name), name])).values()]
    .reverse()
    .slice(0, MOST);
}

function ownerText({ parsed }: Item): readonly string[] {
  const value = parsed.fields.get('owner')?.value;
  return parsed.values.owner && value?.kind === 'scalar' ? [value.text.trim()] : [];
}
