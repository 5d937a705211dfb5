import type { Item } from '../plan/item.ts';

/** Whether something is asked of somebody, who can do it now or later: an open decision or dependency. */
export const canWait = (item: Item): boolean => item.open && item.type.forecast?.asks !== undefined;
