import { idsIn } from '../../core/fixes/edit/heading-id.ts';
import { parsePerson } from '../../core/model/values/person.ts';
import { partRange } from '../../core/parse/yaml/node.ts';
import type { Item } from '../../core/plan/item.ts';
import { personIn, personScalars } from '../../core/plan/written-people.ts';
import type { Range } from '../../core/text/range.ts';
import { foldedNames } from '../options/folded-names.ts';
import { mayBeOf } from '../options/items-named.ts';
import { optionsIn } from '../options/option-kind.ts';
import type { BlockPlace, IdPlace, MentionPlace, Place, ReferencePlace, ValuePlace } from '../place/place.ts';
import { placeAt } from '../place/place-at.ts';
import type { PlaceNow } from '../request.ts';
import { askerOf } from './mentions.ts';
import { type Named, nameOf } from './named.ts';
import { RenameRefused } from './refused.ts';
import { freezeTags } from './tags.ts';

/** What can have another name at a place, where its name stands there, and what it is. */
export interface NamedHere {
  readonly named: Named;
  readonly range: Range;
  readonly name: string;
}

/**
 * What can have another name at a place. Undefined where the plan has nothing to say of the place, or another tool has
 * more; throws a {@link RenameRefused} where what stands there has no name to change.
 */
export function namedAt(asked: PlaceNow): NamedHere | undefined {
  const place = placeAt(asked);
  const found = place && inPlace(place, asked);
  return found && { ...found, name: nameOf(found.named) };
}

type Found = Omit<NamedHere, 'name'>;

function inPlace(place: Place, asked: PlaceNow): Found | undefined {
  switch (place.kind) {
    case 'id':
      return ofItem(place);
    case 'reference':
      return inReference(place, asked);
    case 'mention':
      return inMention(place, asked);
    case 'heading': {
      const ids = idsIn(headingAt(place.range, asked), place.item);
      const range = ids.find(({ start, end }) => start <= asked.offset && asked.offset <= end) ?? ids[0];
      return range && { named: { kind: 'item', item: place.item }, range };
    }
    case 'block':
      return inBlock(place, asked);
    case 'value':
      return inValue(place);
    case 'key':
      throw new RenameRefused(
        'the name of a field is what it means: only ids, people, workstreams and tags have other names',
      );
  }
}

const ofItem = ({ item, range }: IdPlace): Found => ({ named: { kind: 'item', item }, range });

const headingAt = ({ start }: Range, { document }: PlaceNow) =>
  document.body.headings.find(({ textRange }) => textRange.start === start) as (typeof document.body.headings)[number];

/** Of `program/id`, what the cursor is on. */
function inReference({ field, target, range, item }: ReferencePlace, asked: PlaceNow): Found {
  const { plan, document, offset } = asked;
  const text = document.text.slice(range.start, range.end);
  const slash = text.lastIndexOf('/');
  const isOnProgram = slash >= 0 && offset <= range.start + slash;
  if (isOnProgram) return program(text.slice(0, slash), { start: range.start, end: range.start + slash }, asked);
  const own = { start: range.start + slash + 1, end: range.end };
  if (target) return { named: { kind: 'item', item: target }, range: own };
  const id = text.slice(slash + 1).normalize('NFC');
  if (field === 'program') return program(id, own, asked);
  if (field === 'workstream') {
    const asker = item?.program ?? askerOf(document, plan);
    return { named: { kind: 'workstream', program: asker, id }, range: own };
  }
  throw new RenameRefused(`${text} leads nowhere: correct it instead`, { range: own, name: id });
}

/** A program, whether a document describes it or not. */
function program(written: string, range: Range, { plan }: PlaceNow): Found {
  const id = written.normalize('NFC');
  const item: Item | undefined = plan.lookup.program(id);
  return { named: item ? { kind: 'item', item } : { kind: 'program', id }, range };
}

/** In double brackets; where a link leads is the affair of whoever renames files and headings. */
function inMention({ range, target }: MentionPlace, asked: PlaceNow): Found | undefined {
  const { document } = asked;
  const mention = document.body.mentions.find((one) => one.range.start === range.start);
  if (mention?.kind !== 'wiki') return undefined;
  return inReference({ kind: 'reference', range, target, field: 'relates_to', item: undefined }, asked);
}

function inBlock({ range, target }: BlockPlace, asked: PlaceNow): Found | undefined {
  const { plan, document } = asked;
  for (const known of optionsIn(document, plan)) {
    const { option, kind } = known;
    if (option.valueRange.start !== range.start) continue;
    const quotes = document.text[range.start] === '"' || document.text[range.start] === "'" ? 1 : 0;
    const own = { start: range.start + quotes, end: range.end - quotes };
    if (kind === 'person')
      return { named: { kind, name: parsePerson(option.value).name.normalize('NFC') }, range: own };
    if (kind === 'tag') return { named: { kind, name: option.value.normalize('NFC') }, range: own };
    if (kind === 'other') return undefined;
    if (kind === 'workstream' && !target) {
      const streams = foldedNames(plan).streams(option.value);
      const [stream, another] = streams.filter((one) => mayBeOf(known, one.program));
      if (stream && !another) return { named: { kind, ...stream }, range: own };
    }
    return inReference({ kind: 'reference', range: own, target, field: kind, item: undefined }, asked);
  }
  return undefined;
}

function inValue({ field, scalar }: ValuePlace): Found {
  if (field.spec && [...personScalars(field.value, field.spec.kind)].includes(scalar)) {
    const name = personIn(scalar.text);
    if (name !== undefined) {
      const part = partRange(scalar, Math.max(0, scalar.text.indexOf(name)), name.length);
      return { named: { kind: 'person', name: name.normalize('NFC') }, range: part };
    }
  }
  const isTag =
    field.name === 'tags' || [...freezeTags(field.name === 'calendar' ? field.value : undefined)].includes(scalar);
  if (isTag) {
    const text = scalar.text.trim();
    const part = partRange(scalar, scalar.text.indexOf(text), text.length);
    return { named: { kind: 'tag', name: text.normalize('NFC') }, range: part };
  }
  throw new RenameRefused(`${field.name} holds no name: only ids, people, workstreams and tags have other names`);
}
