import type { Item, Link } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { isEditable } from '../documents.ts';
import { isSame, removeReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** How many links of a circle are offered. */
const MOST = 8;

/**
 * Removes a link of a circle: the one that closes it, or one of the others where that ends every circle through the one
 * that closes it.
 */
export const breakCycle: FixMaker = ({ item, range }, { plan }) => {
  const cycle = plan.cycles.find(
    ({ closing: { reference } }) => reference.from === item && isSame(reference.written.range, range),
  );
  if (!cycle) return [];
  const { closing, links } = cycle;
  const others = links.filter((link) => link !== closing).slice(0, MOST - 1);
  return [closing, ...others.filter((link) => isOnEveryWay(link, closing, plan))].flatMap((link) => {
    const { reference, from, to } = link;
    const edits = isEditable(reference.from) ? removeReference(reference) : undefined;
    return edits ? [{ title: `Remove this link: ${shown(to.id)} no longer waits for ${shown(from.id)}`, edits }] : [];
  });
};

/** Whether without a link nothing leads any more from where another one leads to back to where it comes from. */
function isOnEveryWay(link: Link, closing: Link, plan: Plan): boolean {
  const seen = new Set<Item>([closing.to]);
  const queue = [closing.to];
  for (let item = queue.pop(); item; item = queue.pop()) {
    if (item === closing.from) return false;
    for (const next of plan.linksFrom(item)) {
      if (next === link || next.to.dropped || seen.has(next.to)) continue;
      seen.add(next.to);
      queue.push(next.to);
    }
  }
  return true;
}
