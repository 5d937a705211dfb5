import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Says of a program or milestone that it stands as its forecast does. */
export const setHealth: FixMaker = ({ item }, { plan, state }) => {
  if (!item) return [];
  const program = item.type.name === 'program' ? plan.programs.find((one) => one.item === item) : undefined;
  const value = program ? state.health(program).value : state.healthOf(item);
  const edits = setFields(item, [['health', value]]);
  return edits ? [{ title: `Set health to ${value}, as forecast`, edits, preferred: true }] : [];
};
