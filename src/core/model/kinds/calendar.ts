import type { ZodType } from 'zod';
import { isEmpty, valueAt, type YamlMap, type YamlNode } from '../../parse/yaml/node.ts';
import { quoted } from '../../text/visible.ts';
import { oneOf } from '../../text/words.ts';
import type { Form, Kind, ReportValue, Zod } from '../kind.ts';
import { DAY_PATTERN, PERIOD_PATTERN, parseSpan, type Span } from '../values/date.ts';
import { formatDay, LAST_DAY } from '../values/day.ts';
import { anyCase } from '../values/pattern.ts';
import { fail, ok, type Result } from '../values/result.ts';
import { reportUnknownKey, scalarKind } from './scalar.ts';
import { text } from './text.ts';

/** The days of the week as calendars write them, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WEEKDAY_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

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
  if (to === undefined) return first;
  // What was meant by a part is no suggestion for the whole.
  if (!first.ok) return fail(first.why);
  if (more !== undefined) return fail('write two dates, such as 2026-12-28..2027-01-01');
  const last = parseSpan(to);
  if (!last.ok) return fail(last.why);
  if (last.value.last < first.value.first) {
    return fail(`${formatDay(last.value.last)} is before ${formatDay(first.value.first)}: write the earlier one first`);
  }
  return ok({ first: first.value.first, last: last.value.last });
}

/** A date, a period, or a range of them. */
export const days: Kind<Span> = scalarKind({
  name: 'days',
  form: 'a date, or a range such as 2026-12-28..2027-01-01',
  parse: parseDays,
  schema: (z) => {
    const day = `(?:${DAY_PATTERN}|${PERIOD_PATTERN})`;
    return z.union([z.string().regex(new RegExp(`^${day}(?:\\s*\\.\\.\\s*${day})?$`)), z.int().min(1970).max(2199)]);
  },
});

const WEEKDAY_PATTERN = `^(?:${anyCase(WEEKDAYS.join('|'))})[A-Za-z]*$`;

const listed = (of: Form): Form => ({ name: `list of ${of.name}`, form: `${of.form}, or a list of them`, of });

const FREEZE_FORM: Form = {
  name: 'freeze',
  form: 'a freeze such as { name: Year-end freeze, from: 2026-12-14, to: 2027-01-04, tags: [prod-change] }',
  keys: { name: text, from: days, to: days, tags: listed(text) },
};
const FREEZE_KEYS = Object.keys(FREEZE_FORM.keys ?? {});

const CALENDAR_FORMS: Readonly<Record<string, Form>> = {
  workdays: listed({ name: 'weekday', form: oneOf(WEEKDAYS), words: WEEKDAYS }),
  holidays: listed(days),
  freezes: listed(FREEZE_FORM),
};
const CALENDAR_KEYS = Object.keys(CALENDAR_FORMS);

const entries = (node: YamlNode): readonly (YamlNode | undefined)[] => (node.kind === 'list' ? node.items : [node]);

const oneOrMore = (z: Zod, schema: ZodType) => z.union([z.array(schema), schema, z.null()]).optional();

/** Working days, holidays and freezes. */
export const calendar: Kind<CalendarSpec> = {
  name: 'calendar',
  form: 'a calendar such as { workdays: [mon, tue, wed, thu], holidays: [2026-12-25] }',
  keys: CALENDAR_FORMS,
  schema: (z) =>
    z.strictObject({
      workdays: oneOrMore(z, z.union([z.enum(WEEKDAYS), z.string().regex(new RegExp(WEEKDAY_PATTERN))])),
      holidays: oneOrMore(z, days.schema(z)),
      freezes: oneOrMore(
        z,
        z.strictObject({
          name: z.string().optional(),
          from: days.schema(z),
          to: days.schema(z),
          tags: z.union([z.array(z.string()), z.string()]),
        }),
      ),
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
        const holidays = readAll(value, (item) => days.read(item, report));
        if (endsWork(holidays)) {
          report(value.range, 'these holidays never end, so nothing could ever finish: they are left out');
        } else {
          spec.holidays = holidays;
        }
      } else if (key.text === 'freezes') {
        spec.freezes = readAll(value, (item) => readFreeze(item, report));
      } else {
        reportUnknownKey(key, 'a calendar', CALENDAR_KEYS, report);
      }
    }
    return spec;
  },
};

/** Whether not a day of the last year that can be planned is left to work on. */
function endsWork(spans: readonly Span[]): boolean {
  let uncovered = LAST_DAY;
  for (const { first, last } of [...spans].sort((a, b) => b.last - a.last)) {
    if (last < uncovered) return false;
    uncovered = Math.min(uncovered, first - 1);
    if (LAST_DAY - uncovered >= 365) return true;
  }
  return false;
}

function readAll<T>(node: YamlNode, read: (item: YamlNode) => T | undefined): T[] {
  return entries(node).flatMap((item) => (item && !isEmpty(item) ? (read(item) ?? []) : []));
}

function readWorkdays(node: YamlNode, report: ReportValue): number[] | undefined {
  const wrong: YamlNode[] = [];
  const found = readAll(node, (item) => {
    const word = wordOf(item);
    const index = word.length < 3 ? -1 : WEEKDAY_NAMES.findIndex((name) => name.startsWith(word));
    if (index >= 0) return index;
    wrong.push(item);
    return undefined;
  });
  if (found.length > 0) {
    for (const item of wrong) reportWeekday(item, report);
    return [...new Set(found)].sort((a, b) => a - b);
  }
  report(
    node.range,
    wrong.length > 0
      ? `no weekday stands here, so Monday to Friday are used: write ${oneOf(WEEKDAYS)}`
      : 'this calendar has no working day, so nothing could ever finish: Monday to Friday are used',
  );
  return undefined;
}

function reportWeekday(item: YamlNode, report: ReportValue): void {
  const word = wordOf(item);
  const days = WEEKDAYS.filter((day) => word !== '' && day.startsWith(word));
  const meant = days.length === 1 ? days[0] : undefined;
  const what = item.kind === 'scalar' ? quoted(item.text) : 'this';
  const advice = meant ? `did you mean ${meant}?` : `write ${oneOf(WEEKDAYS)}`;
  report(item.range, `${what} is not a weekday: ${advice}`, 'invalid-value', meant);
}

const wordOf = (node: YamlNode): string => (node.kind === 'scalar' ? node.text.trim().toLowerCase() : '');

function readFreeze(node: YamlNode, report: ReportValue): Freeze | undefined {
  if (node.kind !== 'map') {
    report(node.range, 'write { name: Year-end freeze, from: 2026-12-14, to: 2027-01-04, tags: [prod-change] }');
    return undefined;
  }
  for (const { key } of node.pairs) {
    if (FREEZE_KEYS.includes(key.text)) continue;
    reportUnknownKey(key, 'a freeze', FREEZE_KEYS, report);
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
    report(
      node.range,
      `this freeze ends on ${formatDay(to.last)}, before it begins on ${formatDay(from.first)}: exchange the two`,
    );
    return undefined;
  }
  const span = { first: from.first, last: to.last };
  if (endsWork([span])) {
    report(node.range, 'this freeze never ends, so nothing with its tags could ever finish: it is left out');
    return undefined;
  }
  const name = valueAt(node, 'name');
  return {
    name: name?.kind === 'scalar' ? name.text : 'freeze',
    span,
    tags,
  };
}

function dayOf(map: YamlMap, key: string, report: ReportValue): Span | undefined {
  const node = valueAt(map, key);
  return node && !isEmpty(node) ? days.read(node, report) : undefined;
}
