/** The kinds of field that item types are made of, under the names that their files use. */
export { calendar, days } from './kinds/calendar.ts';
export { choice } from './kinds/choice.ts';
export { listOf } from './kinds/list.ts';
export { amount, number } from './kinds/number.ts';
export { anything, links, mute } from './kinds/other.ts';
export { paper } from './kinds/paper.ts';
export { recordOf } from './kinds/record.ts';
export { dependency, reference } from './kinds/reference.ts';
export { level, probability, progress } from './kinds/scale.ts';
export { flag, person, text } from './kinds/text.ts';
export { duration, endDate, estimate, factDate, interval, startDate } from './kinds/time.ts';
export { valueFile } from './kinds/value-file.ts';
