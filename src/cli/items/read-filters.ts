import { type Filter, type Filtered, readFilters } from '../../core/filter/filters.ts';
import { unknownOwners } from '../../core/filter/unknown-owners.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { note } from '../terminal/note.ts';

/** The filter that the words of a call mean; fails where they mean none. */
export function filtersOf(words: readonly string[], asked: Filtered): Filter {
  const filter = readFilters(words, asked);
  if (!filter.ok) throw new Failure(filter.why);
  return filter.value;
}

/** Says of filters by somebody who owns nothing who was probably meant. */
export function noteUnknownOwners(call: Pick<Call, 'shell'>, words: readonly string[], { plan }: Filtered): void {
  for (const text of unknownOwners(words, plan)) note(call, text);
}
