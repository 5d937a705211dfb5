import { canonicalFieldName, isOwnField } from '../model/field-name.ts';
import type { ItemType } from '../model/item-type.ts';
import type { ReportValue } from '../model/kind.ts';
import { reportBoolean } from '../model/kinds/text.ts';
import { type FieldValues, fieldOf, noValues } from '../model/registry.ts';
import { isClosed, readStatus, statusesOf } from '../model/status.ts';
import { parseId } from '../model/values/id.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { upTo } from '../text/some.ts';
import { quoted } from '../text/visible.ts';
import { oneOf, withArticle } from '../text/words.ts';
import type { Field, ParsedItem, ParseOptions } from './document.ts';
import type { Problem } from './problem.ts';
import { MOST_COMPARED, unknownField } from './unknown-field.ts';
import { writtenReferences } from './written-references.ts';
import { contentRange, isEmpty, type YamlMap, type YamlPair } from './yaml/node.ts';

/** What an item takes from around it. */
export interface ItemContext {
  readonly type: ItemType;
  readonly form: ParsedItem['form'];
  readonly range: Range;
  /** The id that the file's name gives, and where findings on it stand; entries have none. */
  readonly fallback?: { readonly id: string; readonly range: Range };
  /** The first heading of the body, of a file. */
  readonly heading: string | undefined;
  /** Whether part of the mapping was lost. */
  readonly broken: boolean;
  readonly options: ParseOptions;
  readonly report: (problem: Problem) => void;
}

/** An item without its prose, which only the whole document knows. */
export type FrontItem = Omit<ParsedItem, 'prose'>;

/** Keys of a one-item file that hold collections are the document's affair. */
type Skip = (pair: YamlPair) => boolean;

/** Reads one item from its mapping. Undefined where it has no id, which has then been reported. */
export function parseItem(map: YamlMap, context: ItemContext, skip: Skip = () => false): FrontItem | undefined {
  const { type, report } = context;
  const fields = readFields(map, type, context, skip);
  const values = readValues(fields, report);
  const id = readId(fields.get('id'), map, context);
  if (!id) return undefined;
  if (context.form === 'entry') checkEntryType(fields.get('type'), context);
  const status = statusOf(fields.get('status'), values, context);
  return {
    type,
    id: id.text,
    idRange: id.range,
    range: context.range,
    form: context.form,
    title: values.title ?? context.heading,
    status,
    closed: isClosed(type, status),
    fields,
    values,
    references: writtenReferences(fields, values),
    broken: context.broken,
  };
}

/** The fields of a mapping under their canonical names; what is unknown, doubled or stray is reported. */
export function readFields(
  map: YamlMap,
  type: ItemType,
  { options, report }: Pick<ItemContext, 'options' | 'report'>,
  skip: Skip = () => false,
): Map<string, Field> {
  const fields = new Map<string, Field>();
  for (const [index, pair] of map.pairs.entries()) {
    const { key, value } = pair;
    if (isOwnField(key.text) || skip(pair)) continue;
    if (map.flow && pair.bare && index > 0) {
      reportComma(map.pairs, index, report);
      continue;
    }
    const name = canonicalFieldName(key.text);
    const known = name === 'type' || name === 'id' || name === 'status';
    const own = options.ownFields.get(name);
    const spec = known ? undefined : (fieldOf(type, name) ?? (own ? { kind: own, doc: '' } : undefined));
    if (!spec && !known) {
      report(unknownField(pair, map, type, options));
      continue;
    }
    const first = fields.get(name);
    if (first) {
      report({
        code: 'invalid-front-matter',
        message: `${quoted(key.text)} is written twice in this ${type.name}: the first counts; remove one`,
        range: key.range,
        related: [{ message: 'the first', range: first.key.range }],
      });
      continue;
    }
    fields.set(name, { name, key, value, spec });
  }
  return fields;
}

/** In `{ title: Platform, core }` YAML ends the value at the comma and reads a key without a value. */
function reportComma(pairs: readonly YamlPair[], index: number, report: ItemContext['report']): void {
  let first = index - 1;
  while (first > 0 && (pairs[first] as YamlPair).bare) first--;
  // One finding for one value, however many commas it has.
  if (pairs[index + 1]?.bare) return;
  const before = pairs[first] as YamlPair;
  const start = (before.value ?? before.key).range.start;
  const end = (pairs[index] as YamlPair).key.range.end;
  report({
    code: 'yaml-surprise',
    message: `YAML ends the value of ${quoted(before.key.text)} at the comma: put the whole value in quotes`,
    range: { start, end },
  });
}

/** The values of all fields that hold one. */
export function readValues(fields: ReadonlyMap<string, Field>, report: ItemContext['report']): FieldValues {
  const values = noValues() as Record<string, unknown>;
  for (const { name, value, spec } of fields.values()) {
    if (!spec || isEmpty(value) || !value) continue;
    const reportValue: ReportValue = (range, message, code = 'invalid-value', suggestion, title) =>
      report({
        ...{ code, message: `${name}: ${message}`, range },
        ...(suggestion ? { suggestion } : {}),
        ...(title ? { titled: { field: name, title } } : {}),
      });
    const read = spec.kind.read(value, reportValue);
    // A project's own fields are checked, and otherwise nobody's business.
    if (read !== undefined && Object.hasOwn(values, name)) values[name] = read;
  }
  return values as FieldValues;
}

/** An entry's type is that of its collection: another one is a contradiction, the same one merely said twice. */
function checkEntryType(field: Field | undefined, { type, report }: ItemContext): void {
  const value = field?.value;
  if (!value || isEmpty(value) || (value.kind === 'scalar' && value.text.trim() === type.name)) return;
  const found = value.kind === 'scalar' ? quoted(value.text) : 'this';
  report({
    code: 'invalid-value',
    message: `type: this entry stands among the ${type.plural} and is ${withArticle(type.name)}, not ${found}: remove the type, or move the entry`,
    range: value.range,
  });
}

function readId(
  field: Field | undefined,
  map: YamlMap,
  { type, form, fallback, broken, report }: ItemContext,
): { text: string; range: Range } | undefined {
  const node = field?.value;
  if (node && !isEmpty(node)) {
    if (node.kind !== 'scalar') {
      report({ code: 'invalid-value', message: 'id: write one word, such as api-freeze', range: node.range });
      return fallback && { text: fallback.id, range: node.range };
    }
    const id = parseId(node.text.trim());
    reportBoolean(node, (range, message, code = 'invalid-value') => report({ code, message: `id: ${message}`, range }));
    if (id.ok) return { text: id.value, range: contentRange(node) };
    report({ code: 'invalid-value', message: `id: ${quoted(node.text)} is not an id: ${id.why}`, range: node.range });
    // Under the name it was given, so that what refers to it is not wrong as well.
    return { text: node.text.trim().normalize('NFC'), range: contentRange(node) };
  }
  if (fallback && fallback.id !== '') return { text: fallback.id, range: fallback.range };
  // Where part of the entry is lost, the id may be in it.
  if (broken) return undefined;
  const first = map.pairs[0];
  const range =
    field?.key.range ??
    (first ? { start: first.key.range.start, end: (first.value ?? first.key).range.end } : map.range);
  report({
    code: 'missing-field',
    message:
      form === 'entry'
        ? `this ${type.name} has no id: write one, such as "id: ${suggestedId(map, type)}"`
        : `this ${type.name} has no id, and its file name gives none: write one, such as "id: ${suggestedId(map, type)}"`,
    range,
  });
  return undefined;
}

function suggestedId(map: YamlMap, type: ItemType): string {
  const title = map.pairs.find((pair) => pair.key.text === 'title')?.value;
  const words = title?.kind === 'scalar' ? title.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) : null;
  return words ? words.slice(0, 3).join('-') : `${type.name[0]}-1`;
}

function statusOf(field: Field | undefined, values: FieldValues, { type, options, report }: ItemContext): string {
  const byDate = closedByDate(type, values) ?? type.statuses.open[0];
  if (!field || isEmpty(field.value) || !field.value) return byDate;
  if (field.value.kind !== 'scalar') {
    report({
      code: 'unknown-status',
      message: `status: write ${oneOf(statusesOf(type))}`,
      range: field.value.range,
    });
    return byDate;
  }
  const written = field.value.text;
  const status = readStatus(type, written, options.statusWords);
  if (status !== undefined) return status;
  const own = upTo(MOST_COMPARED, options.statusWords.get(type.name)?.keys() ?? []);
  const near = nearest(written, [...statusesOf(type), ...own]);
  report({
    code: 'unknown-status',
    message: `${quoted(written)} is not a status of ${withArticle(type.name)}: ${
      near ? `did you mean ${near}?` : `write ${oneOf(statusesOf(type))}`
    }`,
    range: field.value.range,
    ...(near ? { suggestion: near } : {}),
  });
  return (near && readStatus(type, near, options.statusWords)) ?? byDate;
}

/** The status that a closing date gives to an item which says none. */
function closedByDate(type: ItemType, values: FieldValues): string | undefined {
  if (type.name === 'risk' && values.occurred_on !== undefined) return 'occurred';
  const closing = values[type.closedOn as 'completed'] ?? values.completed;
  return closing === undefined ? undefined : type.statuses.byDate;
}
