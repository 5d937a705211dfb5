import type { PlanConfig } from '../config/config.ts';
import { canonicalFieldName, isOwnField } from '../model/field-name.ts';
import type { FieldSpec } from '../model/kind.ts';
import { fieldNames, fieldOf, ITEM_TYPES } from '../model/registry.ts';
import { normalStatus, readStatus, statusesOf } from '../model/status.ts';
import { parseSpan, type Span } from '../model/values/date.ts';
import { parsePerson, personKey } from '../model/values/person.ts';
import { fail, ok, type Result } from '../model/values/result.ts';
import type { YamlNode, YamlScalar } from '../parse/yaml/node.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import type { Filter } from './filters.ts';
import { fold } from './fold.ts';
import { sameValue } from './same-value.ts';

/** Finds items by a field: the value is read as the field itself would be, so that `impact=4` finds `impact: high`. */
export function fieldFilter(written: string, value: string, plan: Plan): Result<Filter> {
  const { config } = plan;
  const known = fieldNamed(written, config);
  if (!known.ok) return known;
  const name = known.value;
  if (value === '') return ok((item) => !has(item, name));
  const wanted = fold(value);
  switch (name) {
    case 'type':
      return ok((item) => item.type.name === wanted);
    case 'id':
      return ok((item) => fold(item.id) === wanted || fold(item.key) === wanted);
    case 'title':
      return ok((item) => fold(item.title) === wanted);
    case 'program':
      return ok((item) => fold(item.program) === wanted);
    case 'workstream':
      return ok((item) => item.workstream !== undefined && fold(item.workstream) === wanted);
    case 'owner':
      return ok(ownerFilter(value));
    case 'status': {
      const fault = statusFault(value, config);
      return fault ?? ok((item) => readStatus(item.type, value, config.statusWords) === item.status);
    }
    default: {
      const fault = valueFault(name, value);
      return fault ?? ok((item) => refersTo(item, name, wanted, plan) || holds(item, fieldIn(item, name), value));
    }
  }
}

/** Finds the items of somebody, by name or address. */
export function ownerFilter(written: string): Filter {
  const person = personKey(parsePerson(written).name);
  return ({ owner }) =>
    owner !== undefined && (personKey(owner.name) === person || personKey(owner.email ?? '') === person);
}

function fieldNamed(written: string, config: PlanConfig): Result<string> {
  const name = canonicalFieldName(written);
  const known = new Set([...ITEM_TYPES.flatMap((type) => fieldNames(type)), ...config.ownFields.keys()]);
  if (known.has(name) || isOwnField(name)) return ok(name);
  const near = nearest(name, known);
  return fail(`no item has a field ${quoted(written)}${near ? `: did you mean ${near}=…?` : ''}`, near);
}

function statusFault(value: string, { statusWords }: PlanConfig): Result<never> | undefined {
  if (ITEM_TYPES.some((type) => readStatus(type, value, statusWords) !== undefined)) return undefined;
  const known = new Set(ITEM_TYPES.flatMap((type) => statusesOf(type)));
  const near = nearest(normalStatus(value), known);
  const advice = near ? `did you mean ${near}?` : `write one of ${[...known].join(', ')}`;
  return fail(`there is no status ${quoted(value)}: ${advice}`);
}

/** Why no type could hold the value in that field: nothing would ever be found by it. */
function valueFault(name: string, value: string): Result<never> | undefined {
  const faults: string[] = [];
  for (const type of ITEM_TYPES) {
    const spec = fieldOf(type, name);
    if (!spec) continue;
    const before = faults.length;
    read(spec, value, (fault) => faults.push(fault));
    if (faults.length === before || (isDate(spec) && parseSpan(value).ok)) return undefined;
  }
  return faults[0] === undefined ? undefined : fail(`${name}: ${faults[0]}`);
}

const isDate = ({ kind }: FieldSpec<unknown>): boolean => kind.name === 'date' || kind.name === 'day';

function has(item: Item, name: string): boolean {
  if (name === 'owner') return item.owner !== undefined;
  if (name === 'workstream') return item.workstream !== undefined;
  if (/^(?:type|id|title|status|program)$/.test(name)) return true;
  return valueIn(item, name) !== undefined || item.parsed.fields.get(name)?.value !== undefined;
}

function refersTo(item: Item, name: string, wanted: string, plan: Plan): boolean {
  return plan
    .referencesFrom(item)
    .some(
      ({ field, target, written }) =>
        field === name && [written.text, target?.id ?? '', target?.key ?? ''].some((text) => fold(text) === wanted),
    );
}

/** What is due has another name in some types: a program's target, a dependency's promised date. */
const fieldIn = (item: Item, name: string): string => (name === 'due' ? (item.type.dueField ?? name) : name);

/** Whether a field holds a value: as written, or read; of a list, in one of its entries; of a date, within a period. */
function holds(item: Item, name: string, written: string): boolean {
  const node = item.parsed.fields.get(name)?.value;
  if (!node) return false;
  if (textsOf(node).some((text) => fold(text) === fold(written))) return true;
  const spec = fieldOf(item.type, name);
  const value = valueIn(item, name);
  if (!spec || value === undefined) return false;
  if (isDate(spec)) return isWithin(value as number, parseSpan(written));
  const wanted = read(spec, written);
  return wanted !== undefined && sameValue(value, wanted);
}

function isWithin(day: number, span: { readonly ok: boolean; readonly value?: Span }): boolean {
  return span.value !== undefined && span.value.first <= day && day <= span.value.last;
}

function read(spec: FieldSpec<unknown>, text: string, report: (fault: string) => void = () => {}): unknown {
  const scalar: YamlScalar = { kind: 'scalar', text, style: 'quoted', range: { start: 0, end: 0 } };
  return spec.kind.read(scalar, (_range, fault) => report(fault));
}

/** Every piece of text in a value. */
function textsOf(node: YamlNode | undefined): string[] {
  if (!node) return [];
  if (node.kind === 'scalar') return [node.text];
  return node.kind === 'list' ? node.items.flatMap(textsOf) : node.pairs.flatMap(({ value }) => textsOf(value));
}

const valueIn = (item: Item, name: string): unknown => (item.values as Readonly<Record<string, unknown>>)[name];
