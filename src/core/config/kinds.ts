import { canonicalFieldName } from '../model/field-name.ts';
import { duration, endDate, flag, interval, person, text } from '../model/fields.ts';
import type { Kind, ReportValue } from '../model/kind.ts';
import { ITEM_TYPES, typeNamed } from '../model/registry.ts';
import { normalStatus, type StatusWords, statusesOf } from '../model/status.ts';
import type { Duration } from '../model/values/duration.ts';
import { isEmpty, type YamlMap, type YamlNode, type YamlPair } from '../parse/yaml/node.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import { oneOf, withArticle } from '../text/words.ts';
import type { StaleLimit } from './config.ts';
import { SEVERITIES, type Severity } from './severity.ts';

const TYPE_NAMES = ITEM_TYPES.map((type) => type.name);

/** The pairs of a mapping that hold something; anything but a mapping is reported. */
function pairsOf(node: YamlNode, form: string, report: ReportValue): readonly (YamlPair & { value: YamlNode })[] {
  if (node.kind === 'map')
    return node.pairs.filter((pair) => !isEmpty(pair.value)) as (YamlPair & { value: YamlNode })[];
  report(node.range, `write ${form}`);
  return [];
}

function reportUnknown(pair: YamlPair, known: readonly string[], what: string, report: ReportValue): void {
  const near = nearest(pair.key.text, known);
  const advice = near ? `did you mean ${near}?` : `write ${known.join(', ')}`;
  report(pair.key.range, `${quoted(pair.key.text)} is not ${what}: ${advice}`, 'invalid-value', near);
}

/** Severities by rule. */
export function severitiesOf(codes: readonly string[]): Kind<ReadonlyMap<string, Severity | 'off'>> {
  const levels = [...SEVERITIES, 'off'] as const;
  const form = 'a severity for each rule, such as { missing-owner: error, stale: warning, unknown-field: off }';
  return {
    name: 'severities',
    form,
    keys: Object.fromEntries(codes.map((code) => [code, { name: 'severity', form: oneOf(levels), words: levels }])),
    schema: (z) => z.strictObject(Object.fromEntries(codes.map((code) => [code, z.enum(levels).optional()]))),
    read(node, report) {
      const severities = new Map<string, Severity | 'off'>();
      for (const pair of pairsOf(node, form, report)) {
        const { key, value } = pair;
        const word = value.kind === 'scalar' ? value.text.toLowerCase() : '';
        // Other readers of YAML write `off` as false.
        const severity = word === 'false' ? 'off' : levels.find((level) => level === word);
        if (!codes.includes(key.text)) {
          const near = nearest(key.text, codes);
          const advice = near ? `did you mean ${near}?` : 'docs/rules lists them';
          report(key.range, `there is no rule ${quoted(key.text)}: ${advice}`, 'invalid-value', near);
        } else if (!severity) {
          const near = nearest(word, levels);
          report(
            value.range,
            `${quoted(word)} is not a severity: ${near ? `did you mean ${near}?` : `write ${levels.join(', ')}`}`,
            'invalid-value',
            near,
          );
        } else {
          severities.set(key.text, severity);
        }
      }
      return severities;
    },
  };
}

/** The states for which a type has staleness limits of their own: none where it has one limit. */
function staleStates(name: string): readonly string[] | undefined {
  const states = [...new Set(typeNamed(name)?.stale.map(({ state }) => state))];
  return states.length > 1 ? states : undefined;
}

/** Staleness limits by type. */
export const staleLimits: Kind<ReadonlyMap<string, StaleLimit>> = {
  name: 'stale limits',
  form: 'a duration for each type, such as { milestone: { started: 10d, planned: 10d }, risk: 25d }',
  keys: Object.fromEntries(
    TYPE_NAMES.map((name) => {
      const states = staleStates(name);
      return [
        name,
        states ? { ...interval, keys: Object.fromEntries(states.map((state) => [state, interval])) } : interval,
      ];
    }),
  ),
  schema: (z) => {
    const limit = interval.schema(z);
    const types = TYPE_NAMES.map((name) => {
      const states = staleStates(name);
      const byState = states && z.strictObject(Object.fromEntries(states.map((state) => [state, limit.optional()])));
      return [name, (byState ? z.union([limit, byState]) : limit).optional()];
    });
    return z.strictObject(Object.fromEntries(types));
  },
  read(node, report) {
    const limits = new Map<string, StaleLimit>();
    for (const pair of pairsOf(node, staleLimits.form, report)) {
      if (!typeNamed(pair.key.text)) {
        reportUnknown(pair, TYPE_NAMES, 'a type', report);
        continue;
      }
      const limit =
        pair.value.kind === 'map'
          ? limitsByState(pair.key.text, pair.value, report)
          : interval.read(pair.value, report);
      if (limit) limits.set(pair.key.text, limit);
    }
    return limits;
  },
};

function limitsByState(type: string, map: YamlMap, report: ReportValue): ReadonlyMap<string, Duration> {
  const limits = new Map<string, Duration>();
  const states = staleStates(type) ?? [];
  for (const pair of pairsOf(map, staleLimits.form, report)) {
    if (!states.includes(pair.key.text)) {
      if (states.length === 0) report(pair.key.range, `${withArticle(type)} has one limit: write ${type}: 10d`);
      else reportUnknown(pair, states, `a state of ${withArticle(type)}`, report);
      continue;
    }
    const limit = interval.read(pair.value, report);
    if (limit) limits.set(pair.key.text, limit);
  }
  return limits;
}

/** Status words of the project's own, by type and status. */
export const statusWords: Kind<StatusWords> = {
  name: 'status words',
  form: 'words for each status of a type, such as { milestone: { done: [launched] } }',
  keys: Object.fromEntries(
    ITEM_TYPES.map((type) => {
      const words = { name: 'status words', form: 'a word, or a list of them', of: text };
      return [
        type.name,
        {
          name: 'statuses',
          form: 'words for each status',
          keys: Object.fromEntries(statusesOf(type).map((status) => [status, words])),
        },
      ];
    }),
  ),
  schema: (z) =>
    z.strictObject(
      Object.fromEntries(
        ITEM_TYPES.map((type) => {
          const words = z.union([z.array(z.string()), z.string()]).optional();
          return [type.name, z.strictObject(Object.fromEntries(statusesOf(type).map((s) => [s, words]))).optional()];
        }),
      ),
    ),
  read(node, report) {
    const result = new Map<string, Map<string, string>>();
    for (const pair of pairsOf(node, statusWords.form, report)) {
      const type = typeNamed(pair.key.text);
      if (!type) {
        reportUnknown(pair, TYPE_NAMES, 'a type', report);
        continue;
      }
      const words = new Map<string, string>();
      for (const inner of pairsOf(pair.value, statusWords.form, report)) {
        const status = normalStatus(inner.key.text);
        if (!statusesOf(type).includes(status)) {
          reportUnknown(inner, statusesOf(type), `a status of ${withArticle(type.name)}`, report);
          continue;
        }
        for (const item of inner.value.kind === 'list' ? inner.value.items : [inner.value]) {
          const word = item && text.read(item, report);
          if (!item || word === undefined) continue;
          if (statusesOf(type).includes(normalStatus(word))) {
            report(
              item.range,
              `${quoted(word)} is a status of ${withArticle(type.name)} already, and cannot mean ${status}`,
            );
          } else {
            words.set(normalStatus(word), status);
          }
        }
      }
      result.set(type.name, words);
    }
    return result;
  },
};

const OWN_KINDS: Readonly<Record<string, Kind<unknown>>> = {
  text,
  date: endDate,
  duration,
  person,
  flag,
};

/** Fields of the project's own, and what they hold. */
export const ownFields: Kind<ReadonlyMap<string, Kind<unknown>>> = {
  name: 'fields',
  form: 'a kind for each field, such as { cost_centre: text }',
  each: { name: 'kind of field', form: oneOf(Object.keys(OWN_KINDS)), words: Object.keys(OWN_KINDS) },
  schema: (z) => z.record(z.string(), z.enum(Object.keys(OWN_KINDS) as [string, ...string[]])),
  read(node, report) {
    const kinds = new Map<string, Kind<unknown>>();
    for (const pair of pairsOf(node, ownFields.form, report)) {
      const word = pair.value.kind === 'scalar' ? pair.value.text.toLowerCase() : '';
      const kind = Object.hasOwn(OWN_KINDS, word) ? OWN_KINDS[word] : undefined;
      if (kind) kinds.set(canonicalFieldName(pair.key.text), kind);
      else
        report(pair.value.range, `${quoted(word)} is not a kind of field: write ${Object.keys(OWN_KINDS).join(', ')}`);
    }
    return kinds;
  },
};
