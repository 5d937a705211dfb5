import { fold } from '../../core/filter/fold.ts';
import { shown } from '../../core/fixes/words.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { foldedNames, type Stream } from '../options/folded-names.ts';
import { itemsFiltered, mayBeOf } from '../options/items-named.ts';
import type { KnownOption } from '../options/option-kind.ts';
import type { IdChange } from './names-after.ts';
import { RenameRefused } from './refused.ts';
import { placeIn } from './rewriting.ts';

/** A filter of a live block, in its document. */
export interface FilterPlace {
  readonly known: KnownOption;
  readonly document: ParsedDocument;
  readonly plan: Plan;
}

/** The value by which a filter finds then what it finds now; undefined where it can stay. Filters take no notice of case. */
export function filterAfter(place: FilterPlace, change: IdChange): string | undefined {
  const { option, kind } = place.known;
  if (option.value === '') return undefined;
  if (kind === 'program') return change.isProgram ? programAfter(place, change) : undefined;
  if (kind === 'workstream') {
    const { item, from, to } = change;
    return item && !change.isProgram ? streamAfter(place, { program: item.program, id: from }, to) : undefined;
  }
  if (!parseReference(option.value).ok) return undefined;
  return change.isProgram
    ? memberAfter(place, change)
    : change.item && itemAfter(place, change.item as Item, change.to);
}

function programAfter(place: FilterPlace, { from, to }: IdChange): string | undefined {
  const { programs } = foldedNames(place.plan);
  const { value } = place.known.option;
  const found = programs(value);
  if (!found.includes(from)) return fold(value) === fold(to) ? refuse(place, from) : undefined;
  const others = [...found, ...programs(to)].filter((id) => id !== from);
  return others[0] === undefined ? to : refuse(place, others[0]);
}

/** Of a workstream, described or not: the options of the block say of which programs one can be meant. */
export function streamAfter(place: FilterPlace, stream: Stream, to: string): string | undefined {
  const { known, plan } = place;
  const { value } = known.option;
  if (value === '' || !mayBeOf(known, stream.program)) return undefined;
  const { streams } = foldedNames(plan);
  const isIt = ({ program, id }: Stream): boolean => program === stream.program && id === stream.id;
  const others = (id: string): readonly Stream[] =>
    streams(id).filter((other) => !isIt(other) && mayBeOf(known, other.program));
  if (!streams(value).some(isIt)) {
    return fold(value) === fold(to) && streams(stream.id).some(isIt) ? refuse(place, stream.id) : undefined;
  }
  const [other] = [...others(value), ...others(to)];
  return other ? refuse(place, `${other.program}/${other.id}`) : to;
}

/** Of a program, where a filter names it or something in it. */
function memberAfter(place: FilterPlace, { from, to }: IdChange): string | undefined {
  const { value } = place.known.option;
  const slash = value.lastIndexOf('/');
  const found = itemsFiltered(place.known, place.plan);
  const isIn = (item: Item): boolean => item.program === from && (slash >= 0 || item.id === from);
  const named = slash < 0 ? value : value.slice(0, slash);
  const [other] = found.filter((item) => !isIn(item));
  const mine = found.some(isIn) && fold(named) === fold(from);
  if (!mine) {
    if (value.slice(0, Math.max(0, slash)).normalize('NFC') === from) return `${to}${value.slice(slash)}`;
    if (fold(named) !== fold(to)) return undefined;
    const then = foldedNames(place.plan).items(slash < 0 ? from : value.slice(slash + 1));
    return then.some(isIn) ? refuse(place, from) : undefined;
  }
  if (other) return refuse(place, other.key);
  const clash = slash < 0 ? foldedNames(place.plan).items(to)[0]?.key : foldedNames(place.plan).programs(to)[0];
  if (clash !== undefined && clash !== from) return refuse(place, clash);
  return slash < 0 ? to : `${to}${value.slice(slash)}`;
}

function itemAfter(place: FilterPlace, item: Item, to: string): string | undefined {
  const { known, plan } = place;
  const { value } = known.option;
  const slash = value.lastIndexOf('/');
  const found = itemsFiltered(known, plan);
  const same = foldedNames(plan)
    .items(to)
    .filter((one) => one !== item);
  const twin = same.find(({ program }) => fold(program) === fold(item.program));
  if (found.includes(item)) {
    const other = found.find((one) => one !== item) ?? twin;
    if (other) return refuse(place, other.key);
    if (slash >= 0) return `${value.slice(0, slash)}/${to}`;
    return same.length > 0 ? `${item.program}/${to}` : to;
  }
  const wouldBe = fold(value) === fold(to) || fold(value) === fold(`${item.program}/${to}`);
  if (!wouldBe) return undefined;
  // It has found another alone, and finds that one by its key.
  const [one, another] = found;
  if (one === undefined || another || twin || one.key === one.id) return refuse(place, item.key);
  return one.key;
}

function refuse({ known: { option }, document }: FilterPlace, other: string): never {
  const place = placeIn(document, option.valueRange);
  throw new RenameRefused(
    `${place}: the filter ${shown(`${option.name}=${option.value}`)} finds ${shown(other)} as well, or would then: make it say which is meant first`,
  );
}
