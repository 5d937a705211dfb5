import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { itemFacts, itemOutlook } from '../../core/views/item-label.ts';
import { waitedForBy, waitsFor, waitWords } from '../../core/views/waits-label.ts';
import { lateText } from '../../core/views/why/late-text.ts';
import type { PlanNow } from '../request.ts';
import type { HoverLine, HoverSection } from './hover.ts';
import { neighboursOf } from './neighbours.ts';

/** How many items a line names before it counts. */
const MOST_NAMES = 6;

/** The card of an item: what other cards say of it, with what it waits for and what waits for it to go to. */
export function itemSection(item: Item, asked: PlanNow): HoverSection {
  const { plan } = asked;
  const late = lateText(item, asked);
  const before = waitsFor(item, plan);
  const after = waitedForBy(item, plan);
  const neighbours = neighboursOf(item, asked);
  return {
    icon: item.type.icon,
    title: visible(item.title),
    // An editor shows some ten lines before one has to scroll.
    lines: [itemFacts(item, asked).join(' · '), ...itemOutlook(item, asked), ...(late === '' ? [] : [late])],
    ...(neighbours ? { neighbours } : {}),
    below: [
      ...(before.length > 0 ? [linked('Waits for ', before)] : []),
      ...(after.length > 0 ? [linked(`${waitWords(after.length)} for it: `, after)] : []),
    ],
  };
}

function linked(words: string, items: readonly Item[]): HoverLine {
  const named = items.slice(0, MOST_NAMES);
  const more = items.length > MOST_NAMES ? [` and ${items.length - MOST_NAMES} more`] : [];
  const links = named.flatMap((to, at) => [...(at > 0 ? [', '] : []), { text: visible(to.id), to }]);
  return [words, ...links, ...more];
}
