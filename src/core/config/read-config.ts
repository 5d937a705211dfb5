import { canonicalFieldName } from '../model/field-name.ts';
import { calendar, duration, interval, listOf, text } from '../model/fields.ts';
import type { Kind, ReportValue } from '../model/kind.ts';
import { glob } from '../model/kinds/glob.ts';
import { firstProblems } from '../parse/yaml/first-problems.ts';
import { isEmpty } from '../parse/yaml/node.ts';
import { readYaml } from '../parse/yaml/read.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { type Adapter, adapter } from './adapters.ts';
import { type ConfigProblem, DEFAULT_CONFIG, type PlanConfig } from './config.ts';
import type { Configuration } from './configuration.ts';
import { ownFields, severitiesOf, staleLimits, statusWords } from './kinds.ts';

/** A key of `milepost.yaml`: what it holds, and one sentence on what for. */
export interface ConfigKey {
  readonly kind: Kind<unknown>;
  readonly doc: string;
}

/** Every key of `milepost.yaml`. `codes` are those of the rules, which only their registry knows. */
export function configKeys(codes: readonly string[]): Readonly<Record<string, ConfigKey>> {
  return {
    include: { kind: listOf(glob), doc: 'Glob patterns of the files that may be part of the plan. Default: **/*.md' },
    exclude: { kind: listOf(glob), doc: 'Glob patterns of files to leave alone.' },
    baseline: { kind: text, doc: 'A git tag or commit to measure drift against.' },
    calendar: { kind: calendar, doc: 'Working days, holidays and freezes of every program.' },
    tolerance: { kind: duration, doc: 'How late a date may be forecast before a program turns red. Default: 3d' },
    escalate_after: {
      kind: interval,
      doc: 'How long an issue may hold up the critical path before somebody has to be asked to help. Default: 5d',
    },
    stale_after: { kind: staleLimits, doc: 'After how long without news an item is stale, by type.' },
    rules: { kind: severitiesOf(codes), doc: 'The severity of each rule: error, warning, info or off.' },
    statuses: { kind: statusWords, doc: "Status words of the project's own, by type and the status they mean." },
    fields: { kind: ownFields, doc: "Fields of the project's own, and what they hold." },
    adapters: {
      kind: listOf(adapter),
      doc: 'Files that follow a convention of others, such as architecture decision records.',
    },
  };
}

/** Reads `milepost.yaml`. Never throws; what is wrong is reported at its place and the default holds instead. */
export function readConfig(
  source: string,
  codes: readonly string[],
): Pick<Configuration, 'config' | 'problems' | 'places'> {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const yaml = readYaml(source, start, source.length);
  const problems: ConfigProblem[] = firstProblems(yaml.problems);
  for (const { range } of yaml.surprises) {
    problems.push({
      message: `YAML does not read ${quoted(source.slice(range.start, range.end))} as written: quote it`,
      range,
    });
  }
  const keys = configKeys(codes);
  const values = new Map<string, unknown>();
  const places = new Map<string, Range>();
  for (const { key, value } of yaml.root?.pairs ?? []) {
    const name = canonicalFieldName(key.text);
    const spec = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (!spec) {
      problems.push(unknownKey(key.text, key.range, Object.keys(keys)));
    } else if (values.has(name)) {
      problems.push({
        message: `${quoted(key.text)} is written twice: the first counts; remove one`,
        range: key.range,
      });
    } else if (value && !isEmpty(value)) {
      const report: ReportValue = (range, message, _code, suggestion) =>
        problems.push({ message: `${name}: ${message}`, range, ...(suggestion ? { suggestion } : {}) });
      values.set(name, spec.kind.read(value, report));
      places.set(name, value.range);
    }
  }
  return { config: assemble(values), problems, places };
}

function unknownKey(written: string, range: ConfigProblem['range'], known: readonly string[]): ConfigProblem {
  const near = nearest(written, known);
  return {
    message: `milepost.yaml has no ${quoted(written)}: ${near ? `did you mean ${near}?` : `it has ${known.join(', ')}`}`,
    range,
    ...(near ? { suggestion: near } : {}),
  };
}

function assemble(values: ReadonlyMap<string, unknown>): PlanConfig {
  const get = <T>(name: string, fallback: T): T => (values.get(name) as T | undefined) ?? fallback;
  const globs = (name: string, fallback: readonly string[]): readonly string[] => {
    const list = values.get(name) as readonly { value: string }[] | undefined;
    return list && list.length > 0 ? list.map((item) => item.value) : fallback;
  };
  return {
    include: globs('include', DEFAULT_CONFIG.include),
    exclude: globs('exclude', DEFAULT_CONFIG.exclude),
    baseline: get('baseline', DEFAULT_CONFIG.baseline),
    calendar: get('calendar', DEFAULT_CONFIG.calendar),
    tolerance: get('tolerance', DEFAULT_CONFIG.tolerance),
    escalateAfter: get('escalate_after', DEFAULT_CONFIG.escalateAfter),
    staleAfter: get('stale_after', DEFAULT_CONFIG.staleAfter),
    rules: get('rules', DEFAULT_CONFIG.rules),
    statusWords: get('statuses', DEFAULT_CONFIG.statusWords),
    ownFields: get('fields', DEFAULT_CONFIG.ownFields),
    adapters: get<readonly { value: Adapter }[]>('adapters', []).map(({ value }) => value),
  };
}
