import { itemKey, programKey, workstreamKey } from '../../core/graph/keys.ts';
import { itemAtCursor } from '../commands/go-to.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';

/** The item that the cursor is in, by the keys of what may show it: itself, and the groups that it may be folded into. */
export interface Cursor {
  readonly folder: PlanFolder;
  readonly keys: readonly string[];
}

/** Where the cursor is; undefined outside of every plan. */
export function cursorIn(plans: Plans): Cursor | undefined {
  const { folder, item } = itemAtCursor(plans) ?? {};
  const plan = folder?.snapshot?.plan;
  if (!folder || !item || !plan) return undefined;
  const { program, workstream } = item;
  return { folder, keys: [itemKey(item, plan), workstreamKey(program, workstream), programKey(program)] };
}
