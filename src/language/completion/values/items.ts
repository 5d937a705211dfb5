import { nameFor } from '../../../core/fixes/edit/reference.ts';
import type { Item } from '../../../core/plan/item.ts';
import { visible } from '../../../core/text/visible.ts';
import { datesText, statusText } from '../../../core/views/item-label.ts';
import type { Asker } from '../../loose/asker.ts';
import type { PlanNow } from '../../request.ts';
import type { Candidate, Candidates } from '../candidate.ts';
import { wouldWaitForItself } from './cycle.ts';

/** So many items are proposed at once; whoever types on is shown others. */
const MOST = 200;

/** Longer titles are cut in a list of proposals. */
const LONGEST_TITLE = 60;

/** Which items may stand at a place, and which of them come first. */
export interface ItemsAsked {
  readonly now: PlanNow;
  readonly asker: Asker;
  /** The types that belong there, those that people mean most first; `any` for all. */
  readonly types: readonly string[];
  /** The field; none in prose. */
  readonly field: string | undefined;
  /** The names that stand there already. */
  readonly linked: ReadonlySet<string>;
  /** What has been typed of the name. */
  readonly typed: string;
  /** Whether only items of the program of who asks have a name there. */
  readonly isLocal?: boolean;
}

/**
 * Items that may stand at a place: those first that are open, of the same program and workstream, and due at about the
 * same time; last those that would wait for themselves. The item itself, and what is there already, is none of them.
 */
export function itemCandidates(asked: ItemsAsked): Candidates {
  const { plan } = asked.now;
  const cyclic = wouldWaitForItself(asked.asker.item, asked.field, plan);
  const order = ranked(asked, cyclic);
  const isNarrowed = order.length > MOST;
  const list: Candidate[] = [];
  for (const index of order) {
    const item = plan.items[index] as Item;
    if (isNarrowed && !mayMatch(asked.typed, `${item.key} ${item.title}`)) continue;
    const name = nameOf(item, asked);
    if (name === undefined || asked.linked.has(name) || asked.linked.has(item.key)) continue;
    if (list.length === MOST) return { list, incomplete: true };
    list.push(candidateOf(item, name, asked.now, cyclic.has(item)));
  }
  return { list, incomplete: isNarrowed };
}

/** The places of the items that may stand there, the best first. Numbers, since there may be thousands. */
function ranked({ now, asker, types, isLocal }: ItemsAsked, cyclic: ReadonlySet<Item>): number[] {
  const { plan } = now;
  const due = asker.item?.due ?? now.today;
  const keys: number[] = [];
  for (const item of plan.items) {
    const type = types.includes('any') ? 0 : types.indexOf(item.type.name);
    const isNear = item.program === asker.program;
    if (type < 0 || item === asker.item || (isLocal && !isNear)) continue;
    const rank =
      (cyclic.has(item) ? 64 : 0) +
      (isNear ? 0 : 32) +
      (item.dropped ? 16 : 0) +
      (item.open ? 0 : 8) +
      2 * Math.min(type, 3) +
      (item.workstream === asker.workstream ? 0 : 1);
    const distance = item.due === undefined ? FARTHEST : Math.min(Math.abs(item.due - due), FARTHEST);
    keys.push((rank * (FARTHEST + 1) + distance) * INDICES + item.index);
  }
  return [...Float64Array.from(keys).sort()].map((key) => key % INDICES);
}

const FARTHEST = 9_999;
const INDICES = 10_000_000;

/** How an item is called at the place; with its program, where one is being typed. */
function nameOf(item: Item, { now, asker, typed }: ItemsAsked): string | undefined {
  return typed.includes('/') ? item.key : nameFor(item, asker.program, now.plan);
}

function candidateOf(item: Item, name: string, { plan, state, today }: PlanNow, isCyclic: boolean): Candidate {
  const owner = item.owner ? visible(item.owner.name) : '';
  const dates = item.open ? datesText(item, state, today) : '';
  const standing = [owner, dates, statusText(item, plan, today)].filter((part) => part !== '').join(' · ');
  return {
    value: name,
    kind: 'item',
    detail: item.title === item.id ? '' : cut(visible(item.title)),
    description: isCyclic ? `closes a cycle · ${standing}` : standing,
    words: item.title,
    item,
  };
}

const cut = (title: string): string => {
  const characters = [...title.slice(0, 2 * LONGEST_TITLE)];
  return characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE - 1).join('')}…` : title;
};

/** Whether the characters that have been typed occur in a text, in their order: what editors find is among these. */
export function mayMatch(typed: string, text: string): boolean {
  const wanted = typed.toLowerCase();
  const folded = text.toLowerCase();
  let at = 0;
  for (const character of wanted) {
    if (character === ' ' || character === '"' || character === "'") continue;
    at = folded.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
