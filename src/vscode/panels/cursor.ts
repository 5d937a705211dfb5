import { itemKey } from '../../core/graph/keys.ts';
import { itemAtCursor } from '../commands/go-to.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';

/** The item that the cursor is in, by its key: what is shown may be of an earlier snapshot. */
export interface Cursor {
  readonly folder: PlanFolder;
  readonly key: string;
}

/** Where the cursor is; undefined outside of every plan. */
export function cursorIn(plans: Plans): Cursor | undefined {
  const { folder, item } = itemAtCursor(plans) ?? {};
  const plan = folder?.snapshot?.plan;
  return folder && item && plan && { folder, key: itemKey(item, plan) };
}
