import type { Drawn } from '../../core/graph/picture.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { itemJson } from '../items/item-json.ts';

/** A picture that holds every item as itself, for programs. */
export function pictureJson({ picture, items }: Drawn, snapshot: Snapshot) {
  const { summary } = picture;
  const nodes = picture.nodes.flatMap((node) => {
    const item = items.get(node.key);
    if (node.kind !== 'item' || !item) return [];
    const { key, lines, states, goal, focus, group, beyond } = node;
    const { health: _, ...told } = itemJson(item, snapshot);
    return [{ key, ...told, lines, states, goal, focus, group: group ?? null, beyond }];
  });
  return {
    summary: {
      items: summary.items,
      filtered: summary.filtered,
      closed: summary.done,
      unlinked: summary.unlinked,
    },
    groups: picture.groups.map(({ parent, ...group }) => ({ ...group, parent: parent ?? null })),
    nodes,
    edges: picture.edges.map(({ links, ...edge }) => ({
      ...edge,
      links: links.map(({ type, lag }) => ({ type, lag: lag ?? null })),
    })),
  };
}
