import type { Filter } from '../filter/filters.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';

/** The programs that a report is about: those under way with anything in them that passes; else all with such. */
export function programsOf({ programs }: Plan, accepts: Filter): readonly Program[] {
  const found = programs.filter(({ item, items }) => (item && accepts(item)) || items.some(accepts));
  const open = found.filter(({ item }) => item?.open !== false);
  return open.length > 0 ? open : found;
}
