import type { ItemChange } from '../../../core/diff/plan-diff.ts';
import type { Day } from '../../../core/model/values/day.ts';
import type { Item } from '../../../core/plan/item.ts';
import { escapeMarkdown } from '../../../core/text/escape-markdown.ts';
import { shortDayMove } from '../../../core/views/diff/day-move.ts';
import { slipText } from '../../../core/views/diff/words.ts';

/** Text of a plan between the lines of a table: whatever is in it, it is text. */
export const cell = escapeMarkdown;

/** An id is no word of a sentence. What could end the code, or the cell, is written out. */
export const code = (text: string): string => (/^[\w./→ -]+$/.test(text) ? `\`${text}\`` : cell(text));

/** A date that is broken into lines is hard to find again. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A day before and after, and how far that is: `17 Mar → 1 Apr **+9d**`. */
export function moveCell(from: Day | undefined, to: Day | undefined, days: number | undefined, today: Day): string {
  const slip = slipText(days);
  return [unbroken(shortDayMove(from, to, today)), ...(slip === '' ? [] : [`**${cell(slip)}**`])].join(' ').trim();
}

/** An item by its id and its title: with its program where there are several. */
export function itemCell(item: Item, isOneOfMany: boolean): string {
  const name = code(isOneOfMany ? item.key : item.id);
  return item.title === item.id ? name : `${name} ${cell(item.title)}`;
}

/** The same of what has changed: its ids before and after, where it was renamed. */
export function changedCell({ item: { base, head } }: ItemChange, isOneOfMany: boolean): string {
  const item = (head ?? base) as Item;
  const name = (one: Item): string => (isOneOfMany ? one.key : one.id);
  const was = base && head && name(base) !== name(head) ? `${code(name(base))} → ` : '';
  return `${was}${itemCell(item, isOneOfMany)}`;
}
