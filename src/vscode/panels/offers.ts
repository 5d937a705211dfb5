import { isSamePerson } from '../../core/model/values/person.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { visible } from '../../core/text/visible.ts';
import { amount } from '../../core/text/words.ts';
import { statusLabel } from '../../core/views/item-label.ts';
import type { GraphChoice, Offer, PageView } from '../../webview/protocol.ts';
import { workstreamOf } from './choice.ts';

/** More than that nobody finds in a list. */
const MOST_OFFERS = 500;

/** After so many items a host may do something else. */
const AT_ONCE = 1000;

/**
 * What each filter has to choose from, with what was chosen, though nothing has that any more. Of one thing alone there is
 * nothing to choose. Pauses, as a generator, so that a
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
  const owners = new Set<string>();
  const statuses = new Map<string, string>();
  for (const item of plan.items) {
    if (item.index % AT_ONCE === 0) yield;
    if (isGroup(item)) continue;
    const workstream = workstreamOf(item);
    const isElsewhere = choice.program !== '' && item.program !== choice.program;
    const isOffered = workstream !== undefined && (!isElsewhere || workstream === choice.workstream);
    if (isOffered && !workstreams.has(workstream)) workstreams.set(workstream, titleOf(item, plan));
    if (isElsewhere) continue;
    if (types && !types.includes(item.type.name)) continue;
    if (item.owner) owners.add(plan.people.spellingOf(item.owner.name));
    if (!statuses.has(item.status)) statuses.set(item.status, statusLabel(item.status));
  }
  yield;
  return {
    plan: offer(new Map([...plans].map((name) => [name, name]))),
    program: offer(new Map(plan.programs.map(({ id }) => [id, plan.lookup.program(id)?.title ?? id])), choice.program),
    workstream: offer(workstreams, choice.workstream),
    owner: offer(asChosen(owners, choice.owner), choice.owner, plan.people.spellingOf(choice.owner)),
    status: offer(statuses, choice.status, statusLabel(choice.status)),
  };
}

/** People by what is chosen of them. Who was chosen in another spelling, before some item was edited, is chosen still. */
const asChosen = (names: ReadonlySet<string>, chosen: string): ReadonlyMap<string, string> =>
  new Map([...names].map((name) => [chosen !== '' && isSamePerson(name, chosen) ? chosen : name, name]));

const isGroup = ({ type }: Item): boolean => type.name === 'program' || type.name === 'workstream';

/** The title of the workstream of an item; where no document describes it, its name. */
function titleOf({ program, workstream = '' }: Item, plan: Plan): string {
  const named = plan.lookup.member(program, workstream);
  return named?.type.name === 'workstream' ? named.title : `${program}/${workstream}`;
}

/** Made when it is asked for the first time: that reads the order of all the world's letters. */
let collator: Intl.Collator | undefined;

function compare(a: string, b: string): number {
  collator ??= new Intl.Collator();
  return collator.compare(a, b);
}

/**
 * Values with what they are called, by name, and how many more there are.
 * @param chosen is always among them; empty where none is
 */
function offer(values: ReadonlyMap<string, string>, chosen = '', label = chosen): readonly Offer[] {
  const named = chosen === '' ? values : new Map([[chosen, label], ...values]);
  if (named.size < 2 && chosen === '') return [];
  const offers = [...named].slice(0, MOST_OFFERS).map(([value, text]) => ({ value, label: visible(text) }));
  offers.sort((a, b) => compare(a.label, b.label));
  const more = named.size - offers.length;
  return more > 0
    ? [...offers, { value: '', label: `and ${amount(more)} more, not listed here`, isNote: true }]
    : offers;
}
