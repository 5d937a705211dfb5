import type { Drawing } from './edges.ts';

/** Edges for which there is room, and how many links the others stand for. */
export interface Thinned {
  readonly edges: readonly Drawing[];
  readonly left: number;
  /** Whether what is left out follows from what is not. */
  readonly isWhole: boolean;
}

/**
 * Leaves out edges where there are too many: first those that follow from others (who waits for B, which waits for A,
 * waits for A), then those that say least.
 */
export function thinOut(edges: readonly Drawing[], most: number): Thinned {
  if (edges.length <= most) return { edges, left: 0, isWhole: true };
  const follows = implied(edges);
  const telling = edges.filter((edge) => !follows.has(edge));
  const kept = telling.length <= most ? new Set(telling) : new Set(byWeight(telling).slice(0, most));
  const left = edges.reduce((sum, edge) => (kept.has(edge) ? sum : sum + edge.count), 0);
  return { edges: edges.filter((edge) => kept.has(edge)), left, isWhole: kept.size === telling.length };
}

const byWeight = (edges: readonly Drawing[]): readonly Drawing[] => edges.toSorted((a, b) => weight(b) - weight(a));

const weight = ({ critical, cycle, driving, crossing }: Drawing): number =>
  critical ? 4 : cycle ? 3 : driving ? 2 : crossing ? 1 : 0;

/** Whether an edge only says that one item waits for the end of another. */
const isPlain = ({ links, cycle }: Drawing): boolean =>
  !cycle && links.length === 1 && links[0]?.type === 'FS' && links[0].lag === undefined;

/** The plain edges that follow from plain others. These have no cycles, since what closes one is not plain. */
function implied(edges: readonly Drawing[]): ReadonlySet<Drawing> {
  const plain = edges.filter(isPlain);
  const out = new Map<number, Drawing[]>();
  for (const edge of plain) {
    const same = out.get(edge.from);
    if (same) same.push(edge);
    else out.set(edge.from, [edge]);
  }
  const order = topological(out);
  const reached = new Map<number, ReadonlySet<number>>();
  const found = new Set<Drawing>();
  const place = new Map(order.map((node, n) => [node, n]));
  for (const node of order.toReversed()) {
    // The nearest first: none of them is reached from those behind it.
    const after = (out.get(node) ?? []).toSorted((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
    const beyond = new Set<number>();
    for (const edge of after) {
      if (beyond.has(edge.to)) {
        if (!edge.critical && !edge.driving) found.add(edge);
        continue;
      }
      beyond.add(edge.to);
      for (const far of reached.get(edge.to) ?? []) beyond.add(far);
    }
    reached.set(node, beyond);
  }
  return found;
}

/** Nodes, each before those that its edges lead to. */
function topological(out: ReadonlyMap<number, readonly Drawing[]>): readonly number[] {
  const order: number[] = [];
  const entered = new Set<number>();
  for (const start of out.keys()) {
    if (entered.has(start)) continue;
    entered.add(start);
    const way = [{ node: start, next: (out.get(start) ?? []).values() }];
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const step = top.next.next();
      if (step.done) {
        order.push(top.node);
        way.pop();
      } else if (!entered.has(step.value.to)) {
        entered.add(step.value.to);
        way.push({ node: step.value.to, next: (out.get(step.value.to) ?? []).values() });
      }
    }
  }
  return order.reverse();
}
