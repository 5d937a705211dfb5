import { parseDays } from '../core/model/kinds/calendar.ts';
import { startDate } from '../core/model/kinds/time.ts';
import type { Field } from '../core/parse/document.ts';
import type { YamlScalar } from '../core/parse/yaml/node.ts';
import type { Item } from '../core/plan/item.ts';
import type { Range } from '../core/text/range.ts';
import { dayLabel, weekdayLabel } from '../core/views/day-label.ts';
import { signedDays } from '../core/views/forecast-label.ts';
import { offWords } from './hover/date-section.ts';
import type { DocumentNow } from './request.ts';

/** A word behind a value, which is not in the text. */
export interface Hint {
  readonly kind: 'date' | 'float';
  /** Where it stands: after what is written. */
  readonly offset: number;
  readonly text: string;
  /** What is said when the mouse rests on it. */
  readonly details: readonly string[];
}

/**
 * What stands behind the dates of a part of a document: the weekday, and of a period the day that counts, `→ Thu 31 Dec`;
 * and behind the ids of open milestones by how many working days they can slip.
 */
export function hintsIn(asked: DocumentNow, { start, end }: Range): readonly Hint[] {
  const { document, plan } = asked;
  const hints: Hint[] = [];
  for (const item of plan.itemsOf(document)) {
    const { range, fields } = item.parsed;
    if (range.end < start || range.start > end) continue;
    const float = floatHint(item, asked);
    const all = [...(float ? [float] : []), ...[...fields.values()].flatMap((field) => dateHints(field, item, asked))];
    hints.push(...all.filter(({ offset }) => start <= offset && offset <= end));
  }
  return hints.sort((a, b) => a.offset - b.offset);
}

/** Of items whose id stands in the text: behind a type it would say nothing. */
function floatHint(item: Item, { state: { schedule } }: DocumentNow): Hint | undefined {
  if (item.type.name !== 'milestone' || !item.open || !item.field('id') || schedule.isShownCritical(item))
    return undefined;
  const float = schedule.totalFloat(item);
  if (float === undefined) return undefined;
  const details = ['Total float: how many working days it can slip before the end of its program moves'];
  return { kind: 'float', offset: item.idRange.end, text: `float ${signedDays(float).replace('+', '')}`, details };
}

function dateHints(field: Field, item: Item, asked: DocumentNow): readonly Hint[] {
  const kind = field.spec?.kind.name;
  if (kind !== 'date' && kind !== 'day') return [];
  return field.value?.kind === 'scalar' ? dateHint(field, field.value, item, asked) : [];
}

function dateHint(field: Field, { text, range }: YamlScalar, item: Item, asked: DocumentNow): readonly Hint[] {
  const read = parseDays(text.trim());
  if (!read.ok) return [];
  const { first, last } = read.value;
  const day = field.spec?.kind === startDate ? first : last;
  const weekday = weekdayLabel(day).slice(0, 3);
  const off = item.open ? offWords(day, item, asked) : [];
  const label = first === last ? weekday : `→ ${weekday} ${dayLabel(day, asked.today)}`;
  // That nobody works on a Sunday, everybody knows.
  const isSurprise = off.length > 0 && weekday !== 'Sat' && weekday !== 'Sun';
  return [{ kind: 'date', offset: range.end, text: isSurprise ? `${label}, off` : label, details: off }];
}
