import { fold } from '../../core/filter/fold.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';

/** A workstream that items say they belong to, or that a document describes. */
export interface Stream {
  readonly program: string;
  readonly id: string;
}

/** The names of a plan as filters compare them. */
export interface FoldedNames {
  /** The items of an id. */
  readonly items: (id: string) => readonly Item[];
  /** The programs of an id, described or not. */
  readonly programs: (id: string) => readonly string[];
  /** The workstreams of an id, described or not. */
  readonly streams: (id: string) => readonly Stream[];
}

const known = new WeakMap<Plan, FoldedNames>();

/** The names of a plan as filters compare them; gathered once. */
export function foldedNames(plan: Plan): FoldedNames {
  const names = known.get(plan) ?? gather(plan);
  known.set(plan, names);
  return names;
}

function gather(plan: Plan): FoldedNames {
  const items = new Map<string, Item[]>();
  const streams = new Map<string, Map<string, Stream>>();
  const addStream = (program: string, id: string): void => {
    const folded = fold(id);
    const same = streams.get(folded) ?? new Map<string, Stream>();
    streams.set(folded, same.set(`${program}/${id}`, { program, id }));
  };
  for (const item of plan.items) {
    const folded = fold(item.id);
    const same = items.get(folded);
    if (same) same.push(item);
    else items.set(folded, [item]);
    if (item.type.name === 'workstream') addStream(item.program, item.id);
    if (item.workstream !== undefined) addStream(item.program, item.workstream);
  }
  const programs = [...plan.lookup.programIds];
  return {
    items: (id) => items.get(fold(id)) ?? [],
    programs: (id) => programs.filter((other) => fold(other) === fold(id)),
    streams: (id) => [...(streams.get(fold(id))?.values() ?? [])],
  };
}
