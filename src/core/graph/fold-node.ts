import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import type { Branch, Branches } from './branches.ts';
import { countItems, countsWords } from './count-items.ts';
import type { Frames } from './frames.ts';
import { labelText } from './label-text.ts';
import type { FoldNode } from './picture.ts';
import type { Unfolded } from './unfold.ts';

/** A folded group, and how it came about. */
export interface Fold {
  readonly branch: Branch;
  /** The items that are in it. */
  readonly members: readonly Item[];
  readonly frames: Frames;
  readonly branches: Branches;
  readonly unfolded: Unfolded;
}

/** A folded group as a node. */
export function foldNode(fold: Fold, state: PlanState): FoldNode {
  const { branch, members, frames } = fold;
  const counts = countItems(members, state);
  const words = countsWords(counts);
  const isPart = members.length < branch.items.length;
  const title = branch.kind === 'month' && branch.parent?.kind === 'rest' ? `Others, ${branch.title}` : branch.title;
  return {
    kind: 'fold',
    key: branch.key,
    fold: branch.kind,
    title: visible(title),
    lines: [labelText(title), isPart ? words.replace(' ', ' more ') : words],
    counts,
    opens: canOpen(fold),
    program: branch.program === undefined ? undefined : visible(branch.program),
    workstream: branch.workstream === undefined ? undefined : visible(branch.workstream),
    group: frames.ofFold(branch)?.key,
  };
}

/** Whether a group would open where nothing else is open: into its items, or into its workstreams or months. */
function canOpen({ branch, members, branches, unfolded: { refused, room } }: Fold): boolean {
  if (branch.kind === 'programs' || refused.has(branch)) return false;
  if (members.length - 1 <= room) return true;
  if (branch.kind === 'month') return false;
  const parts = branch.children.length > 0 ? branch.children : branches.months(branch);
  return parts.length > 1 && parts.length - 1 <= room;
}
