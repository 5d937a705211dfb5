import type { Item } from '../plan/item.ts';
import { hasStarted } from '../plan/references.ts';

/** Whether something is asked of somebody, who can do it now or later: to decide, to deliver, to hand papers in. */
export const canWait = (item: Item): boolean =>
  item.open && item.type.forecast?.asks !== undefined && !(item.type.forecast.work && hasStarted(item));
