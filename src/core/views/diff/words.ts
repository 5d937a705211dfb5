import type { Cause, FieldChange, ItemChange, ProgramChange } from '../../diff/plan-diff.ts';
import { type Day, formatDay, parseDay } from '../../model/values/day.ts';
import { signedDays } from '../forecast-label.ts';
import { shortDayMove } from './day-move.ts';

// What every form says of a change in the same words. They hold text of documents as it is: each form makes it safe.

/** Something before and after. */
export const arrow = (from: string, to: string): string => (from === to ? from : `${from} → ${to}`);

/** A day before and after; nothing where neither is. */
export function days({ base, head }: { readonly base: Day | undefined; readonly head: Day | undefined }): string {
  const day = (value: Day | undefined): string => (value === undefined ? '(none)' : formatDay(value));
  return base === undefined && head === undefined ? '' : arrow(day(base), day(head));
}

/** `+3d`; nothing where nothing moves. */
export const slipText = (moved: number | undefined): string => (moved ? signedDays(moved) : '');

/** The id of an item with its program, or both that it had where it or its program was renamed. */
export const nameOf = ({ item: { base, head } }: ItemChange): string =>
  base && head ? arrow(base.key, head.key) : ((head ?? base)?.key ?? '');

/** What was done to an item: `due 2026-11-20 → 2026-11-24`. */
export function changesOf({ kind, item, fields }: ItemChange, today?: Day): readonly string[] {
  const place = kind === 'moved' ? [arrow(item.base?.document.path ?? '', item.head?.document.path ?? '')] : [];
  const said =
    kind === 'added' || kind === 'removed'
      ? [(item.head ?? item.base)?.title ?? '']
      : toldFields(fields).map((field) => fieldWords(field, today));
  return [...place, ...said].filter((text) => text !== '');
}

/** That somebody has looked at an item is worth a word only where nothing else was done to it. */
export function toldFields(fields: readonly FieldChange[]): readonly FieldChange[] {
  const told = fields.filter(({ field }) => field !== 'updated');
  return told.length > 0 ? told : fields;
}

/**
 * What was done to a field: `due 2026-11-20 → 2026-11-24`, `depends_on + schema-v2`, `note removed`.
 * @param today where days are to be said as people say them: `due 20 → 24 Nov`
 */
export function fieldWords(change: FieldChange, today?: Day): string {
  const { field, base, head, entries } = change;
  const [from, to] = [base, head].map((text) => (text === undefined ? undefined : parseDay(text)));
  if (today !== undefined && to !== undefined && (from !== undefined || base === undefined))
    return `${field} ${shortDayMove(from, to, today)}`;
  if (entries) return `${field} ${entryWords(entries)}`;
  if (head === undefined) return `${field} removed`;
  // Two sentences with an arrow between them nobody reads; what is new is.
  return base === undefined || isProse(change) ? `${field}: ${short(head)}` : `${field} ${arrow(base, head)}`;
}

/** Whether a field holds sentences, rather than a value. */
export const isProse = ({ base = '', head = '', entries }: FieldChange): boolean =>
  entries === undefined && base.length + head.length > LONGEST;

const entryWords = ({ added, removed }: NonNullable<FieldChange['entries']>): string =>
  [...added.map((entry) => `+ ${short(entry)}`), ...removed.map((entry) => `− ${short(entry)}`)].join(', ');

const LONGEST = 60;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const MOST_CAUSES = 3;
const MOST_BETWEEN = 3;

/** The causes of a move, with the way from each: `schema-v2, by ledger-backfill`. */
export function causesText(causes: readonly Cause[]): string {
  const said = causes.map((cause) => {
    const between = cause.kind === 'item' ? cause.path.slice(1, -1).map(({ id }) => id) : [];
    return `${causeWords(cause)}${between.length > 0 ? `, by ${some(between, MOST_BETWEEN, ', ')}` : ''}`;
  });
  return some(said, MOST_CAUSES, '; ');
}

/** What moved something, without the way from there. */
export function causeWords(cause: Cause): string {
  if (cause.kind === 'configuration') return 'milepost.yaml';
  return cause.kind === 'program' ? `the program ${cause.program}` : cause.item.id;
}

const some = (texts: readonly string[], most: number, between: string): string =>
  texts.length <= most
    ? texts.join(between)
    : `${texts.slice(0, most).join(between)}${between === ', ' ? '' : between.trimEnd()} and ${texts.length - most} more`;

/** The critical path as it is now, where it is another one than before. */
export const newPathOf = ({ criticalPath: { head, isOther } }: ProgramChange): string =>
  isOther ? head.map(({ id }) => id).join(', ') : '';

/** How a program stood and stands. */
export const healthText = ({ health: { base, head } }: ProgramChange): string => arrow(base ?? 'new', head ?? 'gone');
