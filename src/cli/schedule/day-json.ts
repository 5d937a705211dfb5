import { type Day, formatDay } from '../../core/model/values/day.ts';

/** A day as JSON has it. */
export const dayJson = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));
