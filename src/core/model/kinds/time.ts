import { isEmpty, valueAt, type YamlNode } from '../../parse/yaml/node.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind, ReportValue, Zod } from '../kind.ts';
import { DAY_PATTERN, type Edge, PERIOD_PATTERN, parseDate } from '../values/date.ts';
import type { Day } from '../values/day.ts';
import {
  DURATION_PATTERN,
  type Duration,
  type Estimate,
  estimateOf,
  INTERVAL_PATTERN,
  parseDuration,
  parseEstimate,
} from '../values/duration.ts';
import { anyCase } from '../values/pattern.ts';
import { asScalar, reportUnknownKey, scalarKind, UNKNOWN } from './scalar.ts';

const TBD = anyCase('tbd');

const dateKind = (edge: Edge, form: string): Kind<Day> =>
  scalarKind({
    name: edge === 'day' ? 'day' : 'date',
    form,
    parse: (written) => parseDate(written, edge),
    schema: (z) => {
      if (edge === 'day') return z.string().regex(new RegExp(`^(?:${DAY_PATTERN}|${TBD})$`));
      // YAML readers make years numbers.
      const year = z.int().min(1970).max(2199);
      return z.union([z.string().regex(new RegExp(`^(?:${DAY_PATTERN}|${PERIOD_PATTERN}|${TBD})$`)), year]);
    },
    tbd: true,
  });

/** A date that begins something: of a period its first day. */
export const startDate = dateKind('first', 'a date');
/** A date that ends something: of a period its last day. */
export const endDate = dateKind('last', 'a date');
/** The day on which something happened. */
export const factDate = dateKind('day', 'a day');

const lengthSchema = (z: Zod, pattern: string) =>
  z.union([z.string().regex(new RegExp(`^(?:${pattern}|${TBD})$`)), z.number().min(0).max(10_000)]);

/** Working time. */
export const duration: Kind<Duration> = scalarKind({
  name: 'duration',
  form: 'a duration',
  parse: (written) => parseDuration(written),
  schema: (z) => lengthSchema(z, DURATION_PATTERN),
  tbd: true,
});

/** Working or elapsed time: for reviews and limits. */
export const interval: Kind<Duration> = scalarKind({
  name: 'interval',
  form: 'a duration',
  parse: (written) => parseDuration(written, { elapsed: true }),
  schema: (z) => lengthSchema(z, INTERVAL_PATTERN),
  tbd: true,
});

const POINTS = ['optimistic', 'likely', 'pessimistic'] as const;

/** Three durations: `5d / 8d / 15d`, or a mapping of the three. */
export const estimate: Kind<Estimate> = {
  name: 'estimate',
  form: 'an estimate such as 5d / 8d / 15d',
  keys: Object.fromEntries(POINTS.map((point) => [point, duration])),
  schema: (z) => {
    const points = Array.from({ length: 3 }, () => DURATION_PATTERN).join('\\s*/\\s*');
    return z.union([
      z.string().regex(new RegExp(`^(?:${points}|${TBD})$`)),
      z.strictObject(Object.fromEntries(POINTS.map((point) => [point, duration.schema(z)]))),
    ]);
  },
  read(node, report) {
    if (node.kind === 'map') return estimateOfMap(node, report);
    const scalar = asScalar(node, estimate.form, report);
    if (!scalar || UNKNOWN.test(scalar.text)) return undefined;
    const read = parseEstimate(scalar.text);
    if (read.ok) return read.value;
    report(scalar.range, `${quoted(scalar.text)} is not an estimate: ${read.why}`);
    return undefined;
  },
};

function estimateOfMap(node: YamlNode & { kind: 'map' }, report: ReportValue): Estimate | undefined {
  for (const { key } of node.pairs) {
    if (!(POINTS as readonly string[]).includes(key.text)) reportUnknownKey(key, 'an estimate', POINTS, report);
  }
  const texts = POINTS.map((point) => {
    const value = valueAt(node, point);
    return value?.kind === 'scalar' && !isEmpty(value) ? value.text : '';
  });
  const read = estimateOf(texts as [string, string, string]);
  if (read.ok) return read.value;
  report(node.range, `this is not an estimate: write { optimistic: 5d, likely: 8d, pessimistic: 15d } (${read.why})`);
  return undefined;
}
