import type { Item, Link } from './item.ts';

/**
 * The strongly connected components that can hold a cycle: those of several items, and items that lead to
 * themselves. Tarjan 1972, with its own stack: a chain of dependencies may be as long as the plan.
 */
export function cyclicComponents(items: readonly Item[], linksFrom: (item: Item) => readonly Link[]): Set<Item>[] {
  const number = new Map<Item, number>();
  const low = new Map<Item, number>();
  const open: Item[] = [];
  const isOpen = new Set<Item>();
  const components: Set<Item>[] = [];
  const way: { readonly item: Item; readonly links: readonly Link[]; next: number }[] = [];
  const enter = (item: Item): void => {
    number.set(item, number.size);
    low.set(item, number.get(item) as number);
    open.push(item);
    isOpen.add(item);
    way.push({ item, links: linksFrom(item), next: 0 });
  };
  const lower = (item: Item, to: number): void => {
    if (to < (low.get(item) as number)) low.set(item, to);
  };
  for (const root of items) {
    if (number.has(root) || linksFrom(root).length === 0) continue;
    enter(root);
    for (let step = way[way.length - 1]; step; step = way[way.length - 1]) {
      const link = step.links[step.next++];
      if (link) {
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
