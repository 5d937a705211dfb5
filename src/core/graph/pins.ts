import type { Item } from '../plan/item.ts';
import { inSteps } from '../text/in-steps.ts';
import type { Planned } from './options.ts';
import type { Selection } from './select.ts';

/** What is a node of its own whatever is folded. */
export interface Pins {
  /** What the picture is about. */
  readonly lookedAt: readonly Item[];
  /** The critical paths of the programs, that of the latest first. */
  readonly paths: readonly (readonly Item[])[];
}

/** Finds what is a node of its own. In steps. */
export function* pinsOf({ items, isIn, focus }: Selection, { plan, state }: Planned): Generator<void, Pins> {
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
  return { lookedAt: focus.size === 1 ? [...focus] : [], paths };
}
