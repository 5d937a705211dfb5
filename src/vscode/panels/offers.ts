import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { visible } from '../../core/text/visible.ts';
import { statusLabel } from '../../core/views/item-label.ts';
import type { GraphChoice, Offer, PageView } from '../../webview/protocol.ts';
import { workstreamOf } from './choice.ts';

/** More than that nobody finds in a list. */
const MOST_OFFERS = 500;

/** After so many items a host may do something else. */
const AT_ONCE = 1000;

/**
 * What each filter has to choose from. Of one thing alone there is nothing to choose. Pauses, as a generator, so that a
 * host can do something else.
 * @param types of the items that are shown; without, all are that belong to a program
 */
export function* offersOf(
  plan: Plan,
  plans: Iterable<string>,
  choice: GraphChoice,
  types?: readonly string[],
): Generator<void, PageView['offers']> {
  const workstreams = new Map<string, string>();
  const owners = new Map<string, string>();
  const statuses = new Map<string, string>();
  for (const item of plan.items) {
    if (item.index % AT_ONCE === 0) yield;
    if (isGroup(item) || (choice.program !== '' && item.program !== choice.program)) continue;
    const workstream = workstreamOf(item);
    if (workstream !== undefined && !workstreams.has(workstream)) workstreams.set(workstream, titleOf(item, plan));
    if (types && !types.includes(item.type.name)) continue;
    if (item.owner) owners.set(item.owner.name, item.owner.name);
    if (!statuses.has(item.status)) statuses.set(item.status, statusLabel(item.status));
  }
  yield;
  return {
    plan: offer([...plans].map((name) => [name, name])),
    program: offer(plan.programs.map(({ id }) => [id, plan.lookup.program(id)?.title ?? id])),
    workstream: offer(workstreams),
    owner: offer(owners),
    status: offer(statuses),
  };
}

const isGroup = ({ type }: Item): boolean => type.name === 'program' || type.name === 'workstream';

/** The title of the workstream of an item; where no document describes it, its name. */
function titleOf({ program, workstream = '' }: Item, plan: Plan): string {
  const named = plan.lookup.member(program, workstream);
  return named?.type.name === 'workstream' ? named.title : `${program}/${workstream}`;
}

const { compare } = new Intl.Collator();

/** Values with what they are called, by name. */
function offer(values: Iterable<readonly [string, string]>): readonly Offer[] {
  const offered = [...values].slice(0, MOST_OFFERS);
  if (offered.length < 2) return [];
  return offered.map(([value, label]) => ({ value, label: visible(label) })).sort((a, b) => compare(a.label, b.label));
}
