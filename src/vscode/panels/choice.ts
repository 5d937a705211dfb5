import { itemWithKey } from '../../core/graph/keys.ts';
import type { Focus, PictureOptions } from '../../core/graph/options.ts';
import { personKey } from '../../core/model/values/person.ts';
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

/** The plans of a window, as far as it matters which of them is shown. */
type KnownPlans = Pick<Plans, 'folders' | 'isComplete'>;

/**
 * The plan that was chosen, else the first that has items; undefined where there is none, or it is still being read. While
 * others are read, one that was chosen may be among these.
 */
export function chosenPlan(plans: KnownPlans, choice: GraphChoice): ChosenPlan | undefined {
  const { isComplete } = plans;
  const named = namedPlans(plans);
  const chosen = [...named].find(([each]) => each === choice.plan);
  if (!chosen && choice.plan !== '' && !isComplete) return undefined;
  const [name, folder] = chosen ?? [...named][0] ?? [];
  const snapshot = folder?.snapshot;
  if (name === undefined || !folder || !snapshot?.complete) return undefined;
  // As long as there may be others its name is kept.
  const plan = named.size > 1 || (chosen && !isComplete) ? name : '';
  return { folder, snapshot, choice: { ...choice, plan }, names: [...named.keys()] };
}

/** By what name a plan is chosen; empty where it cannot be. */
export const nameOf = (folder: PlanFolder, plans: Pick<Plans, 'folders'>): string =>
  [...namedPlans(plans)].find(([, each]) => each === folder)?.[0] ?? '';

/** The plans that have anything to show, by names that tell them apart. */
function namedPlans({ folders }: Pick<Plans, 'folders'>): ReadonlyMap<string, PlanFolder> {
  const named = new Map<string, PlanFolder>();
  for (const folder of folders) {
    let name = folder.name;
    // Those that are still to be read count: what a plan is called does not depend on how far they are.
    for (let count = 2; named.has(name); count++) name = `${folder.name} (${count})`;
    named.set(name, folder);
  }
  return new Map([...named].filter(([, { snapshot }]) => (snapshot?.plan.items.length ?? 0) > 0));
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
  const person = personKey(owner);
  const passes = (item: Item): boolean =>
    (workstream === '' || workstreamOf(item) === workstream) &&
    (owner === '' || (item.owner !== undefined && personKey(item.owner.name) === person)) &&
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
