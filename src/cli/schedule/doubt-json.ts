import { DATES_IN_DOUBT, doubtful } from '../../core/plan/half-read.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { spanOf } from '../findings/position.ts';

/** What makes all dates of a plan doubtful, as reports say it too, and where that stands; null where nothing does. */
export function doubtJson(plan: Plan) {
  const half = doubtful(plan);
  if (!half) return null;
  return {
    message: `${half.text}, ${DATES_IN_DOUBT}`,
    documents: half.documents.map((document) => ({ file: document.source.path, range: spanOf(document) })),
  };
}
