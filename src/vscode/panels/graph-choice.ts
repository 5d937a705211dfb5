import { itemWithKey } from '../../core/graph/keys.ts';
import type { Focus, PictureOptions } from '../../core/graph/options.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { visible } from '../../core/text/visible.ts';
import { statusLabel } from '../../core/views/item-label.ts';
import type { GraphChoice, GraphPicture, Offer } from '../../webview/protocol.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';

/** More than that nobody finds in a list. */
const MOST_OFFERS = 500;

/** The plans that have anything to show, by names that tell them apart. */
export function namedPlans({ folders }: Plans): ReadonlyMap<string, PlanFolder> {
  const named = new Map<string, PlanFolder>();
  for (const folder of folders) {
    if ((folder.snapshot?.plan.items.length ?? 0) === 0) continue;
    let name = folder.name;
    for (let count = 2; named.has(name); count++) name = `${folder.name} (${count})`;
    named.set(name, folder);
  }
  return named;
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

/** What each filter has to choose from. Of one thing alone there is nothing to choose. */
export function offersOf(plan: Plan, plans: Iterable<string>, choice: GraphChoice): GraphPicture['offers'] {
  const items = plan.items.filter(({ type }) => type.name !== 'program' && type.name !== 'workstream');
  const inProgram = items.filter(({ program }) => choice.program === '' || program === choice.program);
  return {
    plan: offer([...plans]),
    program: offer(
      plan.programs.map(({ id }) => id),
      (id) => plan.lookup.program(id)?.title ?? id,
    ),
    workstream: offer(
      inProgram.map(workstreamOf),
      (name) => plan.items.find((item) => item.key === name && item.type.name === 'workstream')?.title ?? name,
    ),
    owner: offer(inProgram.map(({ owner }) => owner?.name)),
    status: offer(
      inProgram.map(({ status }) => status),
      statusLabel,
    ),
  };
}

/** A workstream by name: programs may have some of the same id. */
const workstreamOf = ({ program, workstream }: Item): string | undefined =>
  workstream === undefined ? undefined : `${program}/${workstream}`;

function offer(
  values: readonly (string | undefined)[],
  label: (value: string) => string = (value) => value,
): readonly Offer[] {
  const offered = [...new Set(values)].filter((value) => value !== undefined).slice(0, MOST_OFFERS);
  if (offered.length < 2) return [];
  return offered
    .map((value) => ({ value, label: visible(label(value)) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
