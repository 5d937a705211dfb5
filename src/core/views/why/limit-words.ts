import type { FieldValues } from '../../model/registry.ts';
import type { Day } from '../../model/values/day.ts';
import { formatDuration } from '../../model/values/duration.ts';
import type { Item } from '../../plan/item.ts';
import { begunOn } from '../../plan/references.ts';
import type { LimitKind } from '../../schedule/facts.ts';
import { endIsUnknown, progressOf } from '../../schedule/facts.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Range } from '../../text/range.ts';
import type { Source } from '../../text/source.ts';
import { counted } from '../../text/words.ts';
import { dayLabel } from '../day-label.ts';

/** A place in a document. */
export interface Place {
  readonly source: Source;
  readonly range: Range;
}

/** A limit of an item in words, and where it is written. */
export interface LimitWords {
  readonly text: string;
  readonly place: Place;
}

/** What an item's limits are called on and from. */
export interface LimitContext {
  readonly schedule: Schedule;
  readonly today: Day;
  /** The item of the item's program. */
  readonly program: Item | undefined;
}

type FieldName = keyof FieldValues;

/** What holds an item where it is, other than its links: in words, and at the field that says it. */
export function limitWords(limit: LimitKind, item: Item, { schedule, today, program }: LimitContext): LimitWords {
  const { values } = item;
  const label = (day: Day | undefined): string => (day === undefined ? '' : dayLabel(day, today));
  const at = (text: string, ...fields: FieldName[]): LimitWords => ({ text, place: placeOf(item, fields) });
  switch (limit) {
    case 'program-start': {
      const text = `its program starts on ${label(program?.values.start)}`;
      return program ? { text, place: placeOf(program, ['start']) } : at(text);
    }
    case 'start':
      return at(`not before its own start, ${label(values.start)}`, 'start');
    case 'today':
      return at(todayText(item, today), ...dateFields(item), ...workFields(item));
    case 'started':
      return at(`${begunWord(item)} on ${label(begunOn(item))}${takes(item)}`, ...workFields(item));
    case 'progress':
      return at(progressText(item, schedule), 'progress', 'duration', 'estimate');
    case 'date': {
      const [field] = dateFields(item);
      return at(
        `its own date${field === undefined ? '' : `, ${DATE_WORDS[field] ?? field} ${label(values[field] as Day)}`}`,
        ...dateFields(item),
      );
    }
    case 'expected':
      return at(`expected by its owner on ${label(values.expected)}`, 'expected');
    case 'window':
      return at(`its window of ${label(schedule.windowOf(item) ?? schedule.finish(item))}`, 'windows');
    case 'completed':
      return at(
        endIsUnknown(item)
          ? 'done, date unknown'
          : `done on ${label(schedule.windowOf(item) ?? schedule.finish(item))}`,
        closingField(item),
        'due',
        'updated',
      );
  }
}

/** The first of some fields that is written, else the item's id. */
function placeOf(item: Item, fields: readonly FieldName[]): Place {
  const written = fields.find((name) => item.field(name));
  return { source: item.document, range: written ? item.at(written) : item.idRange };
}

const closingField = ({ type }: Item): FieldName => (type.closedOn ?? 'completed') as FieldName;

const DATE_WORDS: Partial<Record<FieldName, string>> = { needed_by: 'needed by' };

/** The fields that date an open item of its type, the strongest first; not those of its end. */
const dateFields = ({ type, values }: Item): readonly FieldName[] =>
  ((type.forecast?.dates ?? []) as readonly FieldName[]).filter(
    (name) =>
      values[name] !== undefined && (name !== type.closedOn || type.name === 'decision') && name !== 'completed',
  );

/** The fields that say that it takes time: since when, and how much. */
const workFields = ({ type: { forecast } }: Item): readonly FieldName[] => [
  ...(forecast?.work ? [forecast.work.begun, forecast.work.length] : []),
  'estimate',
];

const begunWord = ({ type }: Item): string => type.forecast?.work?.begun ?? 'started';

function todayText(item: Item, today: Day): string {
  const [field] = dateFields(item);
  const date = field === undefined ? undefined : (item.values[field] as Day);
  const now = `today, ${dayLabel(today, today)}`;
  if (date !== undefined && date < today) return `${now}: its date, ${dayLabel(date, today)}, has passed`;
  return `${now}: it cannot be earlier`;
}

/** `15 working days left, from today on: 50 % of 30d done`. */
function progressText(item: Item, schedule: Schedule): string {
  const share = progressOf(item) ?? 0;
  const left = (schedule.of(item)?.duration ?? 0) * (1 - share);
  const whole = lengthOf(item);
  const done = `${Math.round(share * 100)} %${whole ? ` of ${whole}` : ''} done`;
  return `${counted(left, 'working day')} left, from today on: ${done}`;
}

const takes = (item: Item): string => (lengthOf(item) === undefined ? '' : `, takes ${lengthOf(item)}`);

/** How long an item takes, as it says. */
export function lengthOf({ type, values }: Item): string | undefined {
  const written = values[type.forecast?.work?.length ?? 'duration'] ?? values.estimate?.likely;
  return written && formatDuration(written);
}
