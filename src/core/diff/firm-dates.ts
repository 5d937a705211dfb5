import type { Item } from '../plan/item.ts';
import type { Program } from '../plan/program.ts';
import { isFirm } from '../schedule/network.ts';
import type { PlanSide } from './plan-side.ts';

/** The open items of a program whose firm date will be missed, as far as one can see, in document order. */
export const missedFirmDates = (program: Program | undefined, { state }: PlanSide): readonly Item[] =>
  program?.items.filter((item) => item.open && isFirm(item) && (state.schedule.slip(item) ?? 0) > 0) ?? [];
