import type * as zod from 'zod';
import type { YamlNode } from '../parse/yaml/node.ts';
import type { Range } from '../text/range.ts';
import type { WrittenReference } from './kinds/reference.ts';

/** The zod library. Kinds are handed it, so that nothing but the generator of schemas carries it. */
export type Zod = typeof zod;

/** What a value that is not right is called in a finding. */
export type ValueProblemCode = 'invalid-value' | 'yaml-surprise';

/**
 * Where a kind says what is wrong with a value; the rest of the value goes on being read.
 * @param title what was written in place of an id, and may be the title of the item that is meant
 */
export type ReportValue = (
  range: Range,
  message: string,
  code?: ValueProblemCode,
  suggestion?: string,
  title?: string,
) => void;

/** How values of a kind are written, as far as it takes to help who writes one. */
export interface Form {
  readonly name: string;
  /** For hovers and documentation: "a day such as 2026-12-11". */
  readonly form: string;
  /** Of what stands under a key of a mapping: what the key means, in one sentence. */
  readonly doc?: string;
  /** Of a list: its entries. */
  readonly of?: Form;
  /** The words that it takes, where there are a few. */
  readonly words?: readonly string[];
  /** Of a mapping: what belongs under each of its keys. */
  readonly keys?: Readonly<Record<string, Form>>;
  /** Of a mapping: what can stand in its place, alone. */
  readonly alone?: Form;
  /** Of a mapping whose keys are names: what belongs under each. */
  readonly each?: Form;
}

/**
 * A kind of value that a field can hold: how it is read from the source, how its form is told to a person, and
 * the zod schema from which the JSON schema of front matter is generated.
 */
export interface Kind<T> extends Form {
  /** Reads a value that is present; undefined where it is none, which has then been reported. */
  read(node: YamlNode, report: ReportValue): T | undefined;
  /** What a value refers to, where values of the kind can. */
  references?(value: T): readonly WrittenReference[];
  /** What the kind accepts, for the JSON schema. */
  schema(z: Zod): zod.ZodType;
}

/** The type of value that a kind reads. */
export type KindValue<K> = K extends Kind<infer T> ? T : never;

/** A field of an item: its kind, and what it means, in one sentence. */
export interface FieldSpec<T> {
  readonly kind: Kind<T>;
  readonly doc: string;
  /** Of a reference: the types it may point to. */
  readonly refersTo?: readonly string[];
}

/** A field spec; `doc` is shown in hovers, completion and the documentation of the format. */
export function field<T>(kind: Kind<T>, doc: string, refersTo?: readonly string[]): FieldSpec<T> {
  return refersTo ? { kind, doc, refersTo } : { kind, doc };
}
