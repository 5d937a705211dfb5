import * as z from 'zod';
import { isEmpty, valueAt, type YamlMap, type YamlNode } from '../../parse/yaml/node.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind, ReportValue } from '../kind.ts';
import { parseSpan, type Span } from '../values/date.ts';
import { formatDay } from '../values/day.ts';
import { fail, ok, type Result } from '../values/result.ts';
import { scalarKind } from './scalar.ts';

/** The days of the week as calendars write them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A time in which items with one of the tags do not work. */
export interface Freeze {
  readonly name: string;
  readonly span: Span;
  readonly tags: readonly string[];
}

/** A calendar as written: what is not said comes from the calendar below. Weekdays count from Monday, 0. */
export interface CalendarSpec {
  readonly workdays?: readonly number[];
  readonly holidays?: readonly Span[];
  readonly freezes?: readonly Freeze[];
}

/** Reads a date, a period, or two of them with `..` between: every day from the first to the last. */
export function parseDays(text: string): Result<Span> {
  const [from, to, more] = text.split('..').map((part) => part.trim());
  const first = parseSpan(from as string);
  if (to === undefined || !first.ok) return first;
  if (more !== undefined) return fail('write two dates, such as 2026-12-28..2027-01-01');
  const last = parseSpan(to);
  if (!last.ok) return last;
  if (last.value.last < first.value.first) {
    return fail(`${formatDay(last.value.last)} is before ${formatDay(first.value.first)}`);
  }
  return ok({ first: first.value.first, last: last.value.last });
}

/** A date, a period, or a range of them. */
export const days: Kind<Span> = scalarKind({
  name: 'days',
  form: 'a date, or a range such as 2026-12-28..2027-01-01',
  parse: parseDays,
  schema: () => z.union([z.string(), z.int().min(1970).max(2199)]),
});

const entries = (node: YamlNode): readonly (YamlNode | undefined)[] => (node.kind === 'list' ? node.items : [node]);

/** Working days, holidays and freezes. */
export const calendar: Kind<CalendarSpec> = {
  name: 'calendar',
  form: 'a calendar such as { workdays: [mon, tue, wed, thu], holidays: [2026-12-25] }',
  schema: () =>
    z.strictObject({
      workdays: z.array(z.enum(WEEKDAYS)).optional(),
      holidays: z.union([z.array(days.schema()), days.schema()]).optional(),
      freezes: z
        .array(
          z.strictObject({
            name: z.string().optional(),
            from: days.schema(),
            to: days.schema(),
            tags: z.union([z.array(z.string()), z.string()]),
          }),
        )
        .optional(),
    }),
  read(node, report) {
    if (node.kind !== 'map') {
      report(node.range, `write ${calendar.form}`);
      return undefined;
    }
    const spec: { workdays?: number[]; holidays?: Span[]; freezes?: Freeze[] } = {};
    for (const { key, value } of node.pairs) {
      if (!value || isEmpty(value)) continue;
      if (key.text === 'workdays') {
        const workdays = readWorkdays(value, report);
        if (workdays) spec.workdays = workdays;
      } else if (key.text === 'holidays') {
        spec.holidays = readAll(value, (item) => days.read(item, report));
      } else if (key.text === 'freezes') {
        spec.freezes = readAll(value, (item) => readFreeze(item, report));
      } else {
        const near = nearest(key.text, ['workdays', 'holidays', 'freezes']);
        report(
          key.range,
          `a calendar has no ${quoted(key.text)}: ${near ? `did you mean ${near}?` : 'it has workdays, holidays and freezes'}`,
          'invalid-value',
          near,
        );
      }
    }
    return spec;
  },
};

function readAll<T>(node: YamlNode, read: (item: YamlNode) => T | undefined): T[] {
  return entries(node).flatMap((item) => (item && !isEmpty(item) ? (read(item) ?? []) : []));
}

function readWorkdays(node: YamlNode, report: ReportValue): number[] | undefined {
  const found = readAll(node, (item) => {
    const index =
      item.kind === 'scalar' ? WEEKDAYS.findIndex((name) => item.text.toLowerCase().slice(0, 3) === name) : -1;
    if (index >= 0) return index;
    report(
      item.range,
      `${item.kind === 'scalar' ? quoted(item.text) : 'this'} is not a weekday: write mon, tue, wed, thu, fri, sat or sun`,
    );
    return undefined;
  });
  if (found.length > 0) return [...new Set(found)].sort((a, b) => a - b);
  report(node.range, 'this calendar has no working day, so nothing could ever finish: Monday to Friday are used');
  return undefined;
}

function readFreeze(node: YamlNode, report: ReportValue): Freeze | undefined {
  if (node.kind !== 'map') {
    report(node.range, 'write { name: Year-end freeze, from: 2026-12-14, to: 2027-01-04, tags: [prod-change] }');
    return undefined;
  }
  const from = dayOf(node, 'from', report);
  const to = dayOf(node, 'to', report);
  const tagNode = valueAt(node, 'tags');
  const tags = tagNode ? readAll(tagNode, (item) => (item.kind === 'scalar' ? item.text : undefined)) : [];
  if (!from || !to || tags.length === 0) {
    if (!valueAt(node, 'from') || !valueAt(node, 'to') || tags.length === 0) {
      report(node.range, 'a freeze needs from, to and tags: { from: 2026-12-14, to: 2027-01-04, tags: [prod-change] }');
    }
    return undefined;
  }
  if (to.last < from.first) {
    report(node.range, `this freeze ends on ${formatDay(to.last)}, before it begins on ${formatDay(from.first)}`);
    return undefined;
  }
  const name = valueAt(node, 'name');
  return {
    name: name?.kind === 'scalar' ? name.text : 'freeze',
    span: { first: from.first, last: to.last },
    tags,
  };
}

function dayOf(map: YamlMap, key: string, report: ReportValue): Span | undefined {
  const node = valueAt(map, key);
  return node && !isEmpty(node) ? days.read(node, report) : undefined;
}
