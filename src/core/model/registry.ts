import { COMMON_FIELDS, type ItemType } from './item-type.ts';
import type { FieldSpec, KindValue } from './kind.ts';
import { action } from './types/action.ts';
import { decision } from './types/decision.ts';
import { dependency } from './types/dependency.ts';
import { gate } from './types/gate.ts';
import { issue } from './types/issue.ts';
import { metric } from './types/metric.ts';
import { milestone } from './types/milestone.ts';
import { objective } from './types/objective.ts';
import { program } from './types/program.ts';
import { retro } from './types/retro.ts';
import { risk } from './types/risk.ts';
import { update } from './types/update.ts';
import { workstream } from './types/workstream.ts';

/** Every type of item, in the order in which people think of them. A new type is one file and one line here. */
export const ITEM_TYPES = [
  program,
  workstream,
  objective,
  milestone,
  gate,
  dependency,
  decision,
  risk,
  issue,
  action,
  metric,
  update,
  retro,
] as const;

/** The name of a type, as front matter says it. */
export type TypeName = (typeof ITEM_TYPES)[number]['name'];

/** A document type that holds items and is none: `risks.md`, `decisions.md`. */
export const REGISTER = 'register';

/** What `type` may say in the front matter of a file. */
export const DOCUMENT_TYPES: readonly string[] = [...ITEM_TYPES.map((type) => type.name), REGISTER];

const byName = new Map<string, ItemType>(ITEM_TYPES.map((type) => [type.name, type]));
const byCollection = new Map<string, ItemType>(
  ITEM_TYPES.filter((type) => type.collection).map((type) => [type.plural, type]),
);

/** The type of that name. */
export const typeNamed = (name: string): ItemType | undefined => byName.get(name);

/** The type whose items a document holds under that key. */
export const typeOfCollection = (key: string): ItemType | undefined => byCollection.get(key);

/** The keys under which documents hold items. */
export const COLLECTIONS: readonly string[] = [...byCollection.keys()];

/** Whether a document of a type can hold collections: a register does nothing else. */
export const mayHoldItems = (type: string | undefined): boolean =>
  type === REGISTER || (type !== undefined && byName.get(type)?.holdsItems === true);

/** The spec of a field of a type; common fields included. */
export function fieldOf(type: ItemType, name: string): FieldSpec<unknown> | undefined {
  if (Object.hasOwn(type.fields, name)) return type.fields[name];
  return Object.hasOwn(COMMON_FIELDS, name) ? COMMON_FIELDS[name as keyof typeof COMMON_FIELDS] : undefined;
}

/** The names of all fields that an item of a type can have, `type`, `id` and `status` first. */
export function fieldNames(type: ItemType): readonly string[] {
  return ['type', 'id', 'status', ...Object.keys(COMMON_FIELDS), ...Object.keys(type.fields)];
}

type Merge<U> = (U extends unknown ? (value: U) => void : never) extends (value: infer I) => void ? I : never;
type ValuesOf<F> = { readonly [K in keyof F]?: F[K] extends { kind: infer K2 } ? KindValue<K2> : never };

const FIELD_NAMES = [
  ...new Set([COMMON_FIELDS, ...ITEM_TYPES.map((type) => type.fields)].flatMap((fields) => Object.keys(fields))),
];

/** Every field, absent: all items share its shape, which keeps reading their values fast. */
const NO_VALUES: Readonly<Record<string, undefined>> = Object.fromEntries(FIELD_NAMES.map((name) => [name, undefined]));

/** The values of an item that has none yet. */
export const noValues = (): FieldValues => ({ ...NO_VALUES }) as FieldValues;

/** The values of an item's fields, by field name; a field that is absent, unknown (`tbd`) or invalid has none. */
export type FieldValues = Merge<ValuesOf<(typeof ITEM_TYPES)[number]['fields']>> & ValuesOf<typeof COMMON_FIELDS>;
