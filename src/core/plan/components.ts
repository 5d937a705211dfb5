import type { Item, Link } from './item.ts';

/**
 * The strongly connected components that can hold a cycle: those of several items, and items that lead to
 * themselves. Tarjan 1972, with its own stack: a chain of dependencies may be as long as the plan. It starts from
 * what is left when items that wait for nothing are taken away again and again (Kahn 1962): mostly nothing.
 * Dropped items are left out.
 *
 * @param items all items of a plan, in the order of their `index`
 */
export function cyclicComponents(items: readonly Item[], linksFrom: (item: Item) => readonly Link[]): Set<Item>[] {
  const left = withoutFree(items, linksFrom);
  const number = new Map<Item, number>();
  const low = new Map<Item, number>();
  const open: Item[] = [];
  const isOpen = new Set<Item>();
  const components: Set<Item>[] = [];
  const way: { readonly item: Item; readonly links: readonly Link[]; next: number }[] = [];
  const enter = (item: Item): void => {
    low.set(item, number.size);
    number.set(item, number.size);
    open.push(item);
    isOpen.add(item);
    way.push({ item, links: linksFrom(item), next: 0 });
  };
  const lower = (item: Item, to: number): void => {
    if (to < (low.get(item) as number)) low.set(item, to);
  };
  for (const root of left) {
    if (number.has(root)) continue;
    enter(root);
    for (let step = way[way.length - 1]; step; step = way[way.length - 1]) {
      const link = step.links[step.next++];
      if (link) {
        if (link.to.dropped) continue;
        if (!number.has(link.to)) enter(link.to);
        else if (isOpen.has(link.to)) lower(step.item, number.get(link.to) as number);
        continue;
      }
      way.pop();
      const parent = way[way.length - 1];
      if (parent) lower(parent.item, low.get(step.item) as number);
      if (low.get(step.item) !== number.get(step.item)) continue;
      const component = new Set(open.splice(open.lastIndexOf(step.item)));
      for (const item of component) isOpen.delete(item);
      if (component.size > 1 || step.links.some((own) => own.to === step.item)) components.push(component);
    }
  }
  return components;
}

/** The items that are in a cycle, or that a cycle leads to. */
function withoutFree(items: readonly Item[], linksFrom: (item: Item) => readonly Link[]): Item[] {
  const waiting = new Int32Array(items.length);
  for (const item of items) {
    if (item.dropped) continue;
    for (const { to } of linksFrom(item)) waiting[to.index] = (waiting[to.index] as number) + 1;
  }
  const free = items.filter((item) => !item.dropped && waiting[item.index] === 0);
  for (let item = free.pop(); item; item = free.pop()) {
    for (const { to } of linksFrom(item)) {
      const count = (waiting[to.index] as number) - 1;
      waiting[to.index] = count;
      if (count === 0 && !to.dropped) free.push(to);
    }
  }
  return items.filter((item) => !item.dropped && (waiting[item.index] as number) > 0);
}
