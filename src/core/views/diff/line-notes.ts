import type { FieldChange, ItemChange } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { visible } from '../../text/visible.ts';
import { wasText } from './move-text.ts';

/** Something to be said behind a line of a document. Plain text: nothing in it is ever markup. */
export interface LineNote {
  /** Counted from zero. */
  readonly line: number;
  readonly text: string;
}

/**
 * What stands behind the lines of a document while a change to it is reviewed: behind the id of an item where its date went
 * and through what, behind each field of a line of its own what it said before. In the order of the lines.
 * @param changes those of the document
 * @param also what else is known of an item, such as its history; empty where nothing is
 */
export function lineNotes(
  changes: readonly ItemChange[],
  today: Day,
  also: (item: Item) => string = () => '',
): readonly LineNote[] {
  const notes = changes.flatMap((change): readonly LineNote[] => {
    const { head } = change.item;
    return head ? notesOf(change, head, today, also) : [];
  });
  return notes.sort((a, b) => a.line - b.line);
}

function notesOf(change: ItemChange, item: Item, today: Day, also: (item: Item) => string): readonly LineNote[] {
  const { lines } = item.document;
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const own = lineOf(item.idRange.start);
  const beside: string[] = [];
  const apart: LineNote[] = [];
  for (const field of change.fields) {
    const range = item.parsed.fields.get(field.field)?.value?.range;
    const line = range ? lineOf(range.start) : own;
    if (line === own) beside.push(`${visible(field.field)} ${formerly(field)}`);
    else apart.push({ line, text: formerly(field) });
  }
  const text = [wasText(change, today), ...beside, also(item)].filter((part) => part !== '').join(' · ');
  return text === '' ? apart : [{ line: own, text }, ...apart];
}

/** Behind a line stands no more of a value than this. */
const LONGEST = 40;

function formerly({ base }: FieldChange): string {
  if (base === undefined) return 'new';
  const text = visible(base.replace(/\s+/g, ' '));
  return `was ${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}`;
}
