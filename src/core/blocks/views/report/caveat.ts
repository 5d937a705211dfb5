import { DATES_IN_DOUBT, doubtful } from '../../../plan/half-read.ts';
import { allOf } from '../../../text/words.ts';
import { pathTo } from '../../../views/item-link.ts';
import type { ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';

/** So many documents are named; of more it is said how many. */
const MOST_NAMED = 3;

/**
 * What has to be known of all dates below it: that documents of the plan cannot be read whole or have errors, and which.
 * Nothing where none do. The document that the view is for does not count: on a report no date hangs.
 */
export function caveatLines({ plan, from }: Pick<ViewRequest, 'plan' | 'from'>): readonly string[] {
  const half = doubtful(plan, from);
  if (!half) return [];
  const links = half.documents
    .slice(0, MOST_NAMED)
    .map(({ source }) => `[${shownText(source.path)}](${pathTo(source, from)})`);
  const rest = half.documents.length - links.length;
  return [
    `> **Caution:** ${half.text}, ${DATES_IN_DOUBT}: ${allOf([...links, ...(rest > 0 ? [`${rest} more`] : [])])}.`,
  ];
}
