import { itemWithKey } from '../../core/graph/keys.ts';
import type { Focus, PictureOptions } from '../../core/graph/options.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { GraphChoice } from '../../webview/protocol.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';

/** The plan that is to be shown. */
export interface ChosenPlan {
  readonly folder: PlanFolder;
  readonly snapshot: Snapshot;
  /** What was chosen, with the name of this plan; of a single one its name does not matter. */
  readonly choice: GraphChoice;
  /** The names of all plans that could be chosen. */
  readonly names: readonly string[];
}

/** The plan that was chosen, else the first that has items; undefined where there is none, or it is still being read. */
export function chosenPlan(plans: Plans, choice: GraphChoice): ChosenPlan | undefined {
  const named = namedPlans(plans);
  const [name, folder] = [...named].find(([each]) => each === choice.plan) ?? [...named][0] ?? [];
  const snapshot = folder?.snapshot;
  if (name === undefined || !folder || !snapshot?.complete) return undefined;
  return { folder, snapshot, choice: { ...choice, plan: named.size > 1 ? name : '' }, names: [...named.keys()] };
}

/** By what name a plan is chosen; empty where it cannot be. */
export const nameOf = (folder: PlanFolder, plans: Plans): string =>
  [...namedPlans(plans)].find(([, each]) => each === folder)?.[0] ?? '';

/** The plans that have anything to show, by names that tell them apart. */
function namedPlans({ folders }: Plans): ReadonlyMap<string, PlanFolder> {
  const named = new Map<string, PlanFolder>();
  for (const folder of folders) {
    if ((folder.snapshot?.plan.items.length ?? 0) === 0) continue;
    let name = folder.name;
    for (let count = 2; named.has(name); count++) name = `${folder.name} (${count})`;
    named.set(name, folder);
  }
  return named;
}

/** The choice with one group opened, where it is folded, or else folded. What is opened last is opened first. */
export function toggled(choice: GraphChoice, key: string, isFolded: boolean): GraphChoice {
  const without = (keys: readonly string[]): readonly string[] => keys.filter((each) => each !== key);
  const [open, folded] = [without(choice.open), without(choice.folded)];
  return isFolded ? { ...choice, open: [...open, key], folded } : { ...choice, open, folded: [...folded, key] };
}

/** What was chosen, for the engine. What has gone from the plan meanwhile is not looked for. */
export function pictureOptions(choice: GraphChoice, plan: Plan): PictureOptions {
  const { program, workstream, owner, status, only, hideDone, open, folded } = choice;
  const passes = (item: Item): boolean =>
    (workstream === '' || workstreamOf(item) === workstream) &&
    (owner === '' || item.owner?.name === owner) &&
    (status === '' || item.status === status);
  const isFiltered = workstream !== '' || owner !== '' || status !== '';
  return {
    ...(program === '' ? {} : { programs: [program] }),
    filter: isFiltered ? passes : undefined,
    focus: focusOf(choice, plan),
    only: only === '' ? undefined : only,
    hideDone,
    open,
    folded,
  };
}

/** The item that is looked at; undefined where none was chosen, or where it is gone. */
export function focusOf({ focus }: GraphChoice, plan: Plan): Focus | undefined {
  const item = focus && itemWithKey(focus.key, plan);
  return focus && item && { item, upstream: focus.up, downstream: focus.down };
}

/** A workstream by name: programs may have some of the same id. */
export const workstreamOf = ({ program, workstream }: Item): string | undefined =>
  workstream === undefined ? undefined : `${program}/${workstream}`;
