import { count } from '../words.ts';
import type { Report } from './report.ts';

/** What was found, in a line: `2 errors, 5 warnings in 12 documents, 64 items`. */
export function summaryOf({ counts, documents, items, acknowledged }: Report): string {
  const found = [
    counts.error > 0 ? count(counts.error, 'error') : '',
    counts.warning > 0 ? count(counts.warning, 'warning') : '',
    counts.info > 0 ? count(counts.info, 'info') : '',
  ].filter((part) => part !== '');
  const what = found.length > 0 ? found.join(', ') : 'no findings';
  const known = acknowledged > 0 ? ` (${acknowledged} more acknowledged)` : '';
  return `${what}${known} in ${count(documents, 'document')}, ${count(items, 'item')}`;
}
