import type { Item } from '../plan/item.ts';
import { itemsAround } from './around.ts';
import { blockedChains } from './blocked-chains.ts';
import { criticalItems } from './critical-items.ts';
import type { PictureOptions, Planned } from './options.ts';

/** The items that a picture is about, and how many others are not, by the reason. */
export interface Selection {
  /** In document order. */
  readonly items: readonly Item[];
  /** 1 at the index of such an item. */
  readonly isIn: Uint8Array;
  /** The items that are looked at: in the picture whatever else is asked for. */
  readonly focus: ReadonlySet<Item>;
  readonly filtered: number;
  readonly done: number;
  readonly unlinked: number;
}

/** Chooses the items that a picture is about. Programs and workstreams are groups, and never among them. */
export function select(planned: Planned, options: PictureOptions): Selection {
  const { plan } = planned;
  const isWanted = wantedBy(planned, options);
  const focus = new Set(options.focus ? focused(options.focus.item, planned) : []);
  // Who asks for some items wants to see all of them.
  const withUnlinked = options.filter !== undefined || options.only !== undefined;
  const left = { filtered: 0, done: 0, unlinked: 0 };
  const isIn = new Uint8Array(plan.items.length);
  const items: Item[] = [];
  for (const item of plan.items) {
    // A report of the past has no place in a plan, and is not missed in its picture.
    if (isGroup(item) || (item.type.name === 'update' && !focus.has(item))) continue;
    const why = focus.has(item) ? undefined : whyNot(item);
    if (why) left[why]++;
    else {
      isIn[item.index] = 1;
      items.push(item);
    }
  }
  return { items, isIn, focus, ...left };

  function whyNot(item: Item): keyof typeof left | undefined {
    if (!isWanted(item) || (options.filter && !options.filter(item))) return 'filtered';
    if (options.hideDone && !item.open) return 'done';
    // Milestones are the plan; of other items only those that something waits for, or that wait, have a place in it.
    if (withUnlinked || item.type.name === 'milestone') return undefined;
    return plan.linksTo(item).length + plan.linksFrom(item).length > 0 ? undefined : 'unlinked';
  }
}

/** What a focus, a chain and the chosen programs let through. Chains and surroundings lead into other programs. */
function wantedBy(planned: Planned, { focus, only, programs }: PictureOptions): (item: Item) => boolean {
  const chosen = new Set(programs);
  const isChosen = (item: Item): boolean => chosen.size === 0 || chosen.has(item.program);
  const near = focus && itemsAround(focused(focus.item, planned), focus, planned.plan);
  const chain =
    only === 'critical'
      ? criticalItems(planned, isChosen)
      : only === 'blocked'
        ? blockedChains(planned, isChosen)
        : undefined;
  if (!near && !chain) return isChosen;
  return ({ index }) => (!near || near[index] === 1) && (!chain || chain[index] === 1);
}

/** Whether an item is a group of others, which is drawn as a frame or a folded node. */
export const isGroup = ({ type }: Item): boolean => type.name === 'program' || type.name === 'workstream';

/** The item that is looked at; of a program or workstream all that belong to it. */
const focused = (item: Item, { plan }: Planned): readonly Item[] => (isGroup(item) ? plan.membersOf(item) : [item]);
