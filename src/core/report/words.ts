import type { ViewRequest } from '../blocks/view.ts';
import { linkedId, ownerText, shownText } from '../blocks/views/markdown.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { HealthValue } from '../state/health.ts';
import { counted } from '../text/words.ts';
import { longDayLabel } from '../views/day-label.ts';
import { placeOf } from '../views/item-link.ts';
import { type ReportChange, sinceWords } from './change.ts';

// What the parts of a report have in common: they speak of items by their titles, since their readers know no ids.

type From = Pick<ViewRequest, 'plan' | 'from'>;

/** An item by its title, as a link to its place; by its id, where it has no title. */
export function titled(item: Item, request: From): string {
  if (item.title === item.id) return linkedId(item, request);
  const place = placeOf(item, request.from);
  const label = shownText(item.title);
  return place === undefined ? label : `[${label}](${place})`;
}

/** The same with who owns it: `[Ledger schema v2](…) (chen)`. */
export const titledWithOwner = (item: Item, request: From): string =>
  item.owner ? `${titled(item, request)} (${ownerText(item)})` : titled(item, request);

/** `3 working days`. */
export const workingDays = (days: number): string => counted(Math.abs(days), 'working day');

/** `17 March 2027`, as the sentences of a report say a day. */
export const sayDay = (day: Day, { today }: Pick<ViewRequest, 'today'>): string => longDayLabel(day, today);

/** Since when something has changed: `13 November`, `the first commit of the plan, 16 November`. */
export const saySince = (change: ReportChange, { today }: Pick<ViewRequest, 'today'>): string =>
  shownText(sinceWords(change, today));

const LIGHTS: Readonly<Record<HealthValue, string>> = { green: '🟢', amber: '🟠', red: '🔴' };

/** `🔴 red`: by colour and by word, since not everybody sees both. */
export const healthMark = (value: HealthValue): string => `${LIGHTS[value]} ${value}`;

/** Clauses that have commas of their own: `is due today, and holds up go-live`. */
export const allClauses = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1)}`;

/** A text of the plan as a sentence: with a capital and a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const first = trimmed[0] as string;
  return `${first.toUpperCase()}${trimmed.slice(1)}${/[.!?…]["')\]]?$/u.test(trimmed) ? '' : '.'}`;
}

/** The same of what a person wrote in the plan: safe to show, and otherwise as they wrote it. */
export const quotedSentence = (text: string): string => sentence(shownText(text));
