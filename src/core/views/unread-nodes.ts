import { type HalfReadDocument, halfRead } from '../plan/half-read.ts';
import type { Plan } from '../plan/plan.ts';
import { visible } from '../text/visible.ts';
import type { TreeNode } from './program-tree.ts';

const NONE = { program: undefined, item: undefined, items: [], hasChildren: false, children: () => [] } as const;

/** What stands above the programs of a tree: the documents that cannot be read whole. Nothing where all can. */
export function unreadNodes(plan: Plan): readonly TreeNode[] {
  const half = halfRead(plan);
  if (!half) return [];
  const { documents, text } = half;
  const id = 'unread';
  return [
    {
      ...NONE,
      kind: 'unread',
      id,
      label: text,
      icon: 'warning',
      hasChildren: true,
      children: () => documents.map(documentNode),
    },
  ];
}

const documentNode = ({ source, range }: HalfReadDocument): TreeNode => ({
  ...NONE,
  kind: 'unread',
  id: `unread ${source.path}`,
  label: visible(source.path),
  icon: 'markdown',
  place: { source, range },
});
