import { formatDay } from '../model/values/day.ts';
import { type BlockTrouble, MOST_DATES } from './check-blocks.ts';

/** What is wrong with a block, as the end of a sentence about it. */
export function troubleText(trouble: BlockTrouble): string {
  switch (trouble.kind) {
    case 'fault':
      return `cannot be generated: ${trouble.fault.message}`;
    case 'undated':
      return 'has no date, so it has not been written yet';
    case 'too-old':
      return `is of ${formatDay(trouble.day)}, and only blocks of the ${MOST_DATES} latest dates are compared`;
    case 'differs':
      return `is outdated, the plan as of ${formatDay(trouble.day)} gives something else`;
  }
}
