import type { Item, Link } from '../../plan/item.ts';
import { visible } from '../../text/visible.ts';
import { chainItem } from '../chain-item.ts';
import type { ChainNode } from '../chain-node.ts';
import type { CardInput } from '../item-card.ts';
import { isPlain, LINK_WORDS, linkText } from '../link-text.ts';

/** Which way one looks from an item: at what it waits for, or at what waits for it. */
export type Direction = 'before' | 'after';

/**
 * What waits for an item, or what it waits for, and so on as deep as somebody looks. Where the links go in a circle, the
 * item that stands above already ends it, and says so.
 */
export function waitsTree(item: Item, direction: Direction, input: CardInput): ChainNode {
  const node = itemNode(item, direction, input, new Set([item]));
  const { children } = node;
  return {
    ...node,
    id: item.key,
    hasChildren: true,
    children: () => (node.hasChildren ? children() : [nothing(item, direction)]),
  };
}

function itemNode(item: Item, direction: Direction, input: CardInput, above: ReadonlySet<Item>): ChainNode {
  const links = linksOf(item, direction, input);
  return {
    ...chainItem(item, input),
    drives: true,
    hasChildren: links.length > 0,
    children: () => byWeight(links, direction, input).map((link) => linkNode(link, direction, input, above)),
  };
}

const linksOf = (item: Item, direction: Direction, { plan }: CardInput): readonly Link[] =>
  direction === 'before' ? plan.linksTo(item) : plan.linksFrom(item);

/** What a link sets a date of first, then what is open, each in the order of the plan. */
function byWeight(links: readonly Link[], direction: Direction, input: CardInput): readonly Link[] {
  const other = (link: Link): Item => (direction === 'before' ? link.from : link.to);
  return [...links].sort(
    (a, b) => Number(drives(b, input)) - Number(drives(a, input)) || Number(other(b).open) - Number(other(a).open),
  );
}

const drives = (link: Link, { state }: CardInput): boolean =>
  state.schedule.drivers(link.to).some((driver) => driver.kind === 'link' && driver.link === link);

function linkNode(link: Link, direction: Direction, input: CardInput, above: ReadonlySet<Item>): ChainNode {
  const { from, to, reference } = link;
  const item = direction === 'before' ? from : to;
  const inCircle = above.has(item);
  const node = itemNode(item, direction, input, new Set([...above, item]));
  const says = `${visible(to.id)} waits for ${visible(from.id)}: ${LINK_WORDS[link.type]} (${linkText(link)})`;
  const notes = [isPlain(link) ? '' : linkText(link), inCircle ? 'goes in a circle: it stands above already' : ''];
  return {
    ...node,
    id: `${item.key} ${link.type} ${reference.field} ${reference.from.key} ${reference.written.range.start}`,
    description: [...notes, node.description].filter((part) => part !== '').join(' · '),
    details: [...node.details, says],
    place: { source: reference.from.document, range: reference.written.range },
    drives: drives(link, input),
    hasChildren: node.hasChildren && !inCircle,
    children: inCircle ? () => [] : node.children,
  };
}

function nothing(item: Item, direction: Direction): ChainNode {
  const label =
    direction === 'before' ? `${visible(item.id)} waits for nothing` : `Nothing waits for ${visible(item.id)}`;
  return {
    ...{ kind: 'note', id: 'nothing', label, description: '', details: [label], item: undefined, drives: false },
    place: { source: item.document, range: item.idRange },
    hasChildren: false,
    children: () => [],
  };
}
