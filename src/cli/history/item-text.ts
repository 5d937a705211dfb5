import { dueTrend } from '../../core/history/due-moves.ts';
import type { ItemHistory } from '../../core/history/item-history.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { timesWords } from '../../core/views/history-summary.ts';
import type { Place } from '../plan/place.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import { decisionsOf, movedBy } from './moved.ts';
import type { ToldHistory } from './told-history.ts';
import { byText, changesText, daysText, hashText, movedText, whenText } from './words.ts';

/** What it is written with. */
interface Context {
  readonly place: Pick<Place, 'fromHere'>;
  readonly style: Style;
}

/** Every due date that an item has had, and what else became of it, for people. */
export function itemHistoryText(history: ItemHistory, told: ToldHistory, { place, style }: Context): string {
  const { key, path, facts, isGone } = history;
  const { moves } = dueTrend(history, told.since);
  const dates = moves.map((move) => {
    const { entry, from, to } = move;
    return [
      whenText(entry),
      daysText(from, to),
      movedText(movedBy(history, from, to, told), style),
      byText(entry),
      style.dim(hashText(entry.commit)),
      why(move, history, told),
    ];
  });
  const others = history.entries
    .filter((entry) => !told.since || told.since.includes(entry))
    .map((entry) => ({ entry, text: changesText(entry) }))
    .filter(({ text }) => text !== '')
    .map(({ entry, text }) => [whenText(entry), text, byText(entry), style.dim(hashText(entry.commit))]);
  return [
    `${style.bold(visible(facts.title ?? facts.id))}\n`,
    style.dim(`${visible(key)} · ${visible(place.fromHere(path))}${isGone ? ' · no longer in the plan' : ''}\n`),
    `\n${visible(verdict(history, told))}\n`,
    section('Due dates', dates, style),
    section('Everything else', others, style),
  ].join('');
}

/** A sentence to read aloud: `Due 2026-12-11: moved 3 times since v1, 15 working days later than 2026-11-20 (+21 days).` */
function verdict(history: ItemHistory, told: ToldHistory): string {
  const { first, last, times } = dueTrend(history, told.since);
  const since = told.since ? ` since ${told.since.name}` : '';
  if (last === undefined && first !== undefined) return 'It has no due date any more.';
  if (last === undefined) return told.since ? 'It has no due date.' : 'It never had a due date.';
  const moved = movedBy(history, first, last, told);
  if (times === 0 || !moved) return `Due ${formatDay(last)}: never moved${since}.`;
  return `Due ${formatDay(last)}: ${timesWords(times)}${since}, ${farWords(moved.workingDays, moved.days)} than ${formatDay(first as number)}.`;
}

function farWords(workingDays: number, days: number): string {
  if (days === 0) return 'no later in the end';
  const working = workingDays === 0 ? '' : `${counted(Math.abs(workingDays), 'working day')} `;
  return `${working}${days > 0 ? 'later' : 'earlier'} (${days > 0 ? '+' : '−'}${counted(Math.abs(days), 'day')})`;
}

/** Why a date moved: the decision that names the item, and the message of the commit. */
function why(move: Parameters<typeof decisionsOf>[0], history: ItemHistory, told: ToldHistory): string {
  const [decision] = decisionsOf(move, history, told);
  const message = move.entry.commit?.subject ?? '';
  const decided = decision ? `decision ${decision.id}, ${decision.title}` : '';
  return visible([message, decided].filter((part) => part !== '').join(' · '));
}

function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  if (rows.length === 0) return '';
  return `\n${style.bold(title)}\n${columns(rows)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}
