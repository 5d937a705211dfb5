import { canonicalFieldName } from '../model/field-name.ts';
import { daysOf, isDating, namesClosing, namesWaiters, synonymsOf } from '../model/field-synonyms.ts';
import type { ItemType } from '../model/item-type.ts';
import { fieldNames, fieldOf, typeOfCollection } from '../model/registry.ts';
import { isClosed, readStatus } from '../model/status.ts';
import { readsAsDay } from '../model/values/date.ts';
import { nearest } from '../text/nearest.ts';
import { upTo } from '../text/some.ts';
import { quoted } from '../text/visible.ts';
import { allOf, oneOf, withArticle } from '../text/words.ts';
import type { ParseOptions } from './document.ts';
import type { Problem } from './problem.ts';
import { isEmpty, type YamlMap, type YamlNode, type YamlPair } from './yaml/node.ts';

/** Among more fields or statuses of a project's own than this nobody is helped to find one. */
export const MOST_COMPARED = 100;

type Options = Pick<ParseOptions, 'ownFields' | 'statusWords'>;

/** What is wrong with a field that items of a type do not have, and which one may be meant. */
export function unknownField(pair: YamlPair, map: YamlMap, type: ItemType, options: Options): Problem {
  const { key, value } = pair;
  const { fields, isNear, isTaken } = meantFields(pair, map, type, options);
  const [meant] = fields;
  const isLost = meant !== undefined && !isTaken && isDating(type, meant) && canSay(type, meant, value);
  const dates = isLost && !NOTHING.test(textOf(value));
  const isLoud = dates || (readsAsDay(textOf(value)) && !BOOKKEEPING.has(meant ?? canonicalFieldName(key.text)));
  return {
    code: 'unknown-field',
    message: `${withArticle(type.name)} has no field ${quoted(key.text)}: ${
      meant ? `did you mean ${oneOf(fields)}${isTaken ? ', which it has already' : ''}?` : otherwise(pair, type)
    }`,
    range: key.range,
    // What stands there already is misspelt here; what other tools call so may say something else.
    ...(meant && (isNear || !isTaken) ? { suggestion: meant } : {}),
    ...(isLoud ? { severity: 'warning' } : {}),
    ...(dates ? { isDating: true } : {}),
  };
}

/** What no date of a plan hangs on: much else writes it into every document. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['created', 'date', 'updated']);

/** What people write where there is nothing to say yet. */
const NOTHING = /^(?:-|–|—|\?+|n\/?a|nil|no|none|null|open|tb[acd]|unknown|later)$/i;

/** Whether a field could say what stands there: `effort: M` is no duration that is lost. */
function canSay(type: ItemType, field: string, value: YamlNode | undefined): boolean {
  if (isEmpty(value) || value === undefined) return false;
  const kind = fieldOf(type, field)?.kind;
  if (!kind) return true;
  let isRight = true;
  const read = kind.read(value, () => {
    isRight = false;
  });
  return (isRight && read !== undefined) || (/^da(?:te|y)$/.test(kind.name) && readsAsDay(textOf(value)));
}

/** What may be meant by a field that is none. */
export interface Meant {
  /** Most likely first. */
  readonly fields: readonly string[];
  /** Whether it is a misspelling, and no name of other tools. */
  readonly isNear: boolean;
  /** Whether the item has the field already. */
  readonly isTaken: boolean;
}

/** The fields that may be meant by one that items of a type do not have. */
export function meantFields({ key, value }: YamlPair, map: YamlMap, type: ItemType, options: Options): Meant {
  const name = canonicalFieldName(key.text);
  const names = [...fieldNames(type), ...upTo(MOST_COMPARED, options.ownFields.keys())];
  const written = writtenIn(map);
  const has = (field: string): boolean => written.has(field);
  const text = textOf(value);
  const isDay = readsAsDay(text);
  const synonyms = isFlag(text)
    ? []
    : synonymsOf(name, {
        type,
        isDay,
        isClosed: isClosed(type, readStatus(type, textOf(written.get('status')), options.statusWords) ?? ''),
        has,
        exists: (field) => names.includes(field),
      });
  const near = synonyms.length > 0 || saysWhatWaits(name, type, isDay) ? undefined : nearest(name, names);
  const fields = near === undefined ? synonyms : [near];
  const [first] = fields;
  return { fields, isNear: near !== undefined, isTaken: first !== undefined && has(first) };
}

const known = new WeakMap<YamlMap, ReadonlyMap<string, YamlNode | undefined>>();

/** What a mapping says under each name: looked at once, however many of its fields are unknown. */
function writtenIn(map: YamlMap): ReadonlyMap<string, YamlNode | undefined> {
  let written = known.get(map);
  if (!written) {
    // Of several of a name the first counts.
    written = new Map(map.pairs.toReversed().map(({ key, value }) => [canonicalFieldName(key.text), value]));
    known.set(map, written);
  }
  return written;
}

/** What is said of a field that none is near to. */
function otherwise({ key, value }: YamlPair, type: ItemType): string {
  const name = canonicalFieldName(key.text);
  const text = textOf(value);
  const isDay = readsAsDay(text);
  if (saysWhatWaits(name, type, isDay)) return 'what waits for it says so, with depends_on';
  const { good } = type.statuses;
  if (good && namesClosing(name) && /^(?:true|yes)$/i.test(text)) return `did you mean "status: ${good}"?`;
  const collection = typeOfCollection(key.text);
  if (collection) return `${withArticle(collection.name)} is an entry of a program, workstream or register document`;
  const own = 'begin it with "x-" if it is your own';
  const days = isDay ? daysOf(type) : [];
  return days.length < 2 ? own : `its dates are ${allOf(days)}; ${own}`;
}

/** Whether a name says what waits for an item: of a milestone and of a dependency that is said by what waits. */
const saysWhatWaits = (name: string, type: ItemType, isDay: boolean): boolean =>
  !isDay && namesWaiters(name) && WAITED_FOR.has(type.name);

const WAITED_FOR: ReadonlySet<string> = new Set(['milestone', 'dependency']);

const isFlag = (text: string): boolean => /^(?:true|false|yes|no)$/i.test(text);

/** The text of a value; of a list or a mapping none. */
const textOf = (value: YamlNode | undefined): string => (value?.kind === 'scalar' ? value.text.trim() : '');
