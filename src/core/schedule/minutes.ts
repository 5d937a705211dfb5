/** Minutes of work: a length, or a boundary in the numbering of a calendar. Whole, so that fractions of days add up. */
export type Minutes = number;

/** The minutes of one working day. */
export const DAY_OF_WORK: Minutes = 480;

/** Minutes of work as working days, fractions and all. */
export const inDays = (minutes: Minutes): number => minutes / DAY_OF_WORK;
