import { type Filter, type Filtered, readFilters } from '../../core/filter/filters.ts';
import { Failure } from '../failure.ts';

/** The filter that the words of a call mean; fails where they mean none. */
export function filtersOf(words: readonly string[], asked: Filtered): Filter {
  const filter = readFilters(words, asked);
  if (!filter.ok) throw new Failure(filter.why);
  return filter.value;
}
