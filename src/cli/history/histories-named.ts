import type { ItemHistory } from '../../core/history/item-history.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure } from '../failure.ts';
import { itemsNamed } from '../items/items-named.ts';
import type { ToldHistory } from './told-history.ts';

/** The histories that somebody means by a name: of items that are there; else of those that once had it. */
export function historiesNamed(written: string, told: ToldHistory): readonly ItemHistory[] {
  const name = parseReference(written);
  if (!name.ok) throw new Failure(`${quoted(written)}: ${name.why}`);
  const { id, program } = name.value;
  const { plan } = told.snapshot;
  const isThere =
    program === undefined
      ? plan.lookup.everywhere(id).length > 0 || plan.lookup.program(id) !== undefined
      : plan.lookup.member(program, id) !== undefined;
  if (isThere) return itemsNamed(written, plan).flatMap((item) => told.historyOf(item) ?? []);
  const former = told.history.items.filter((each) => namesOf(each).some((key) => isNamed(key, id, program)));
  if (former.length > 0) return former;
  const near = nearest(id, [...new Set(told.history.items.map(({ facts }) => facts.id))]);
  throw new Failure(
    `there is no item ${quoted(written)}, and there was none: ${near ? `did you mean ${near}?` : '"milepost list" shows those that there are'}`,
  );
}

/** Every key that an item has had. */
const namesOf = ({ key, entries }: ItemHistory): readonly string[] => [
  key,
  ...entries.flatMap(({ words }) =>
    words.flatMap(({ field, from }) => (field === 'id' && from !== undefined ? [from] : [])),
  ),
];

const isNamed = (key: string, id: string, program: string | undefined): boolean =>
  program === undefined ? key === id || key.endsWith(`/${id}`) : key === `${program}/${id}`;
