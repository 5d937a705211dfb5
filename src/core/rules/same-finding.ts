import type { Source } from '../text/source.ts';
import type { Finding } from './finding.ts';

/**
 * Whether two findings say the same at the same places.
 * @param isSame whether two sources count as the same
 */
export function sameFinding(a: Finding, b: Finding, isSame: (a: Source, b: Source) => boolean): boolean {
  return (
    a.code === b.code &&
    a.severity === b.severity &&
    a.suggestion === b.suggestion &&
    samePlace(a, b, isSame) &&
    a.related.length === b.related.length &&
    a.related.every((related, i) => samePlace(related, b.related[i] as Place, isSame))
  );
}

type Place = Pick<Finding, 'message' | 'source' | 'range'>;

function samePlace(a: Place, b: Place, isSame: (a: Source, b: Source) => boolean): boolean {
  return (
    a.message === b.message &&
    a.range.start === b.range.start &&
    a.range.end === b.range.end &&
    isSame(a.source, b.source)
  );
}
