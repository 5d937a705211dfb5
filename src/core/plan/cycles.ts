import { cyclicComponents } from './components.ts';
import type { Item, Link } from './item.ts';

/** A cycle of dependencies: its links in order, the last of which leads back to where the first begins. */
export interface Cycle {
  /** Empty where its component has so many cycles that this one is only counted. */
  readonly links: readonly Link[];
  /** The link that closes it, and that is left out of the network. */
  readonly closing: Link;
}

/** Where everything waits for everything, each cycle is as long as the way to it: of one component so many are kept. */
const MOST_FOLLOWED = 20;

const byKey = (a: Item, b: Item): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index);

/**
 * Finds the links that close cycles, those of one component after another. In each strongly connected component, depth first from the smallest key, along
 * links in the order of keys, every link that leads back to an item on the way closes a cycle; without these links
 * the network has none. Linear but for sorting, and without recursion.
 */
export function findCycles(items: readonly Item[], linksFrom: (item: Item) => readonly Link[]): Cycle[] {
  const components = cyclicComponents(items, linksFrom);
  const smallest = (component: ReadonlySet<Item>): Item => [...component].sort(byKey)[0] as Item;
  return components
    .map((component) => ({ component, root: smallest(component) }))
    .sort((a, b) => byKey(a.root, b.root))
    .flatMap(({ component, root }) => cyclesFrom(root, component, linksFrom));
}

function cyclesFrom(root: Item, component: ReadonlySet<Item>, linksFrom: (item: Item) => readonly Link[]): Cycle[] {
  const cycles: Cycle[] = [];
  const depth = new Map<Item, number>();
  const done = new Set<Item>();
  const way: { readonly item: Item; readonly by: Link | undefined; readonly next: Iterator<Link> }[] = [];
  const enter = (item: Item, by: Link | undefined): void => {
    depth.set(item, way.length);
    const inside = linksFrom(item).filter((link) => component.has(link.to));
    way.push({ item, by, next: inside.toSorted((a, b) => byKey(a.to, b.to)).values() });
  };
  enter(root, undefined);
  for (let top = way[way.length - 1]; top; top = way[way.length - 1]) {
    const { value: link, done: exhausted } = top.next.next();
    if (exhausted) {
      done.add(top.item);
      depth.delete(top.item);
      way.pop();
      continue;
    }
    const back = depth.get(link.to);
    if (back !== undefined) {
      const isFollowed = cycles.length < MOST_FOLLOWED;
      const links = isFollowed ? [...way.slice(back + 1).map((step) => step.by as Link), link] : [];
      cycles.push({ links, closing: link });
    } else if (!done.has(link.to)) {
      enter(link.to, link);
    }
  }
  return cycles;
}
