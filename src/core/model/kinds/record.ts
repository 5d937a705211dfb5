import { isEmpty, type YamlMap, type YamlNode } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { withArticle } from '../../text/words.ts';
import type { Form, Kind, KindValue, ReportValue } from '../kind.ts';
import type { WrittenReference } from './reference.ts';
import { reportUnknownKey } from './scalar.ts';

type Keys = Readonly<Record<string, Kind<unknown>>>;

/** What a mapping with named keys holds, and where each of them stands. */
export interface RecordValue<K extends Keys> {
  readonly values: { readonly [N in keyof K]?: KindValue<K[N]> };
  /** The value of a key that is there, else the whole mapping. */
  readonly at: (key: keyof K) => Range;
  readonly range: Range;
}

interface RecordKind<K extends Keys> {
  readonly name: string;
  /** One written out: `{ to: vp-platform, on: 2026-11-18 }`. */
  readonly example: string;
  readonly keys: K;
  /** Keys without which it says nothing. */
  readonly needs: readonly (keyof K & string)[];
  /** The key that a text alone is the value of. */
  readonly alone?: keyof K & string;
}

/** A mapping with named keys, such as an escalation or a key result. A key that is wrong costs that key. */
export function recordOf<K extends Keys>(spec: RecordKind<K>): Kind<RecordValue<K>> {
  const { name, example, keys, needs, alone } = spec;
  const form = `${withArticle(name)} such as ${example}`;
  const referring = Object.keys(keys).filter((key) => keys[key]?.references);
  return {
    name,
    form,
    keys,
    ...(alone !== undefined && { alone: keys[alone] as Form }),
    ...(referring.length > 0 && {
      references: ({ values }) => referring.flatMap((key) => referencesIn(keys, key, values)),
    }),
    schema: (z) => {
      const shape = Object.fromEntries(
        Object.entries(keys).map(([key, kind]) => [
          key,
          needs.includes(key) ? kind.schema(z) : z.union([kind.schema(z), z.null()]).optional(),
        ]),
      );
      const map = z.strictObject(shape);
      return alone === undefined ? map : z.union([(keys[alone] as Kind<unknown>).schema(z), map]);
    },
    read(node, report) {
      if (node.kind === 'map') return readMap(node, spec, form, report);
      if (alone === undefined || node.kind === 'list') {
        report(node.range, `write ${form}`);
        return undefined;
      }
      const value = (keys[alone] as Kind<unknown>).read(node, report);
      if (value === undefined) return undefined;
      return recordValue<K>({ [alone]: value }, new Map([[alone, node]]), node.range);
    },
  };
}

function referencesIn(keys: Keys, key: string, values: Readonly<Record<string, unknown>>): readonly WrittenReference[] {
  const value = values[key];
  return value === undefined ? [] : (keys[key]?.references?.(value) ?? []);
}

function readMap<K extends Keys>(
  map: YamlMap,
  { name, keys, needs }: RecordKind<K>,
  form: string,
  report: ReportValue,
): RecordValue<K> | undefined {
  const values: Record<string, unknown> = {};
  const places = new Map<string, YamlNode>();
  for (const { key, value } of map.pairs) {
    const kind = Object.hasOwn(keys, key.text) ? keys[key.text] : undefined;
    if (!kind) {
      reportUnknownKey(key, withArticle(name), Object.keys(keys), report);
    } else if (value && !isEmpty(value)) {
      places.set(key.text, value);
      const read = kind.read(value, report);
      if (read !== undefined) values[key.text] = read;
    }
  }
  const missing = needs.filter((key) => !places.has(key));
  if (missing.length === 0) return recordValue<K>(values, places, map.range);
  report(map.range, `this ${name} has no ${missing.join(' and no ')}: write ${form}`);
  return undefined;
}

const recordValue = <K extends Keys>(
  values: Readonly<Record<string, unknown>>,
  places: ReadonlyMap<string, YamlNode>,
  range: Range,
): RecordValue<K> => ({
  values: values as RecordValue<K>['values'],
  at: (key) => places.get(key as string)?.range ?? range,
  range,
});
