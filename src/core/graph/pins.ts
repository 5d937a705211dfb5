import type { Item } from '../plan/item.ts';
import { inSteps } from '../text/in-steps.ts';
import type { Planned } from './options.ts';
import type { Selection } from './select.ts';

/**
 * What is a node of its own whatever is folded, in lists of which the first gets room first: what is looked at, and the
 * critical path of each program, that of the latest program first. In steps.
 */
export function* pinsOf(
  { items, isIn, focus }: Selection,
  { plan, state }: Planned,
): Generator<void, readonly (readonly Item[])[]> {
  const shown = new Set(items.map(({ program }) => program));
  const lateness = (path: readonly Item[]): number => {
    const last = path.at(-1);
    return (last && state.schedule.slip(last)) ?? -Infinity;
  };
  const programs = plan.programs.filter(({ id }) => shown.has(id));
  const pathOf = (id: string): readonly Item[] =>
    (state.schedule.program(id)?.criticalPath ?? []).filter(({ index }) => isIn[index] === 1);
  const found = yield* inSteps(programs, ({ id }) => pathOf(id), 1);
  const paths = found
    .map((path) => ({ path, late: lateness(path) }))
    .sort((a, b) => (a.late === b.late ? 0 : b.late - a.late))
    .map(({ path }) => path);
  // A program or workstream that is looked at is a group like others.
  return focus.size === 1 ? [[...focus], ...paths] : paths;
}
