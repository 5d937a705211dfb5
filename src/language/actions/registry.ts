import { isEditable } from '../../core/fixes/documents.ts';
import type { Item } from '../../core/plan/item.ts';
import { itemAt } from '../../core/plan/item-at.ts';
import { ProseIndex } from '../../core/plan/prose-index.ts';
import type { PlaceNow } from '../request.ts';
import type { ActionMaker, ContextAction } from './action.ts';
import { occurredRisk } from './occurred-risk.ts';
import { splitMilestone } from './split-milestone.ts';
import { supersedeDecision } from './supersede-decision.ts';

/** Every action. A new one is a file here and a line. */
const MAKERS: readonly ActionMaker[] = [splitMilestone, occurredRisk, supersedeDecision];

/** What can be done with the item at a place. */
export function actionsAt(asked: PlaceNow): readonly ContextAction[] {
  const item = itemHere(asked);
  return item ? MAKERS.flatMap((make) => make({ ...asked, item })) : [];
}

/** The item at a place, in its fields or in its prose; none where it cannot be written. */
export function itemHere({ plan, document, offset }: PlaceNow): Item | undefined {
  const isFront = offset <= document.frontMatter.range.end;
  const item = isFront ? itemAt(plan, document, offset) : new ProseIndex(document, plan).itemAt(offset);
  return item && isEditable(item) && !document.broken && !document.text.includes('\ufffd') ? item : undefined;
}
