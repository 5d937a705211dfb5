import type { PictureNode } from '../picture.ts';

/** The classes of nodes, in the order in which their styles are laid over each other. */
export const NODE_CLASSES = [
  'fold',
  'stale',
  'late',
  'overdue',
  'heldup',
  'blocked',
  'critical',
  'done',
  'dropped',
  'focus',
] as const;
export type NodeClass = (typeof NODE_CLASSES)[number];

/** How classes look in a document: each has a line, a width or a dash of its own, and colours that are read on light and dark. */
export const CLASS_STYLES: Readonly<Partial<Record<NodeClass, string>>> = {
  fold: 'stroke-width:2px',
  late: 'stroke:#bf8700',
  overdue: 'stroke:#bf8700,stroke-width:3px',
  heldup: 'stroke:#cf222e,stroke-dasharray:2 3',
  blocked: 'stroke:#cf222e,stroke-dasharray:7 4',
  critical: 'stroke:#cf222e,stroke-width:4px',
  done: 'opacity:0.6',
  dropped: 'opacity:0.6,stroke-dasharray:1 4',
  focus: 'stroke-width:5px',
};

/** The classes of a node. */
export function nodeClasses(node: PictureNode): readonly NodeClass[] {
  if (node.kind === 'fold') {
    const { blocked, late, done, items } = node.counts;
    return only({ fold: true, blocked: blocked > 0, late: late > 0, done: done === items });
  }
  const has = new Set<string>(node.states);
  const same = ['stale', 'late', 'overdue', 'blocked', 'critical', 'done', 'dropped'] as const;
  return only({
    ...Object.fromEntries(same.map((name) => [name, has.has(name)])),
    heldup: has.has('held-up'),
    focus: node.focus,
  });
}

const only = (true_: Partial<Record<NodeClass, boolean>>): readonly NodeClass[] =>
  NODE_CLASSES.filter((name) => true_[name]);
