import { formatDay } from '../model/values/day.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
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

/** That a part of a report stays as it is because somebody has written in it, and what to do about that. */
export const writtenInText = ({ view }: LiveBlock): string =>
  `somebody has written in the part "${view}": it is left as it is; move the words out of it, or empty it, and it is written anew`;
