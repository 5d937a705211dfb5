import { DATES_IN_DOUBT, doubtful, type HalfReadDocument } from '../../plan/half-read.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { type Shortlist, shortlist } from './shortlist.ts';

/** That documents of the plan cannot be read whole or have errors, and which. */
export interface DoubtLine extends Shortlist<HalfReadDocument> {
  /** `2 documents cannot be read whole, so these dates may be wrong`. */
  readonly text: string;
}

const MOST_DOCUMENTS = 4;

/** What somebody has to know of all dates of a dashboard; undefined where nothing is wrong in the documents. */
export function doubtLine({ plan }: Pick<DashboardInput, 'plan'>): DoubtLine | undefined {
  const half = doubtful(plan);
  return (
    half && {
      ...shortlist(half.documents, MOST_DOCUMENTS, (document) => document),
      text: `${half.text}, ${DATES_IN_DOUBT}`,
    }
  );
}
