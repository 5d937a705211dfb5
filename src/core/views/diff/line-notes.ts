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
 * and through what, behind each field of a line of its own what it said before, behind its due date how that has moved. In
 * the order of the lines.
 * @param changes those of the document
 * @param also what else is known of an item
 */
export function lineNotes(changes: readonly ItemChange[], today: Day, also: AlsoKnown = {}): readonly LineNote[] {
  const notes = changes.flatMap((change): readonly LineNote[] => {
    const { head } = change.item;
    return head ? notesOf(change, head, today, also) : [];
  });
  return notes.sort((a, b) => a.line - b.line);
}

/** What else is known of an item; empty where nothing is. */
export interface AlsoKnown {
  /** How its due date has moved: stands behind that. */
  readonly due?: (item: Item) => string;
  /** How it stands otherwise: stands behind its id. */
  readonly own?: (item: Item) => string;
}

function notesOf(change: ItemChange, item: Item, today: Day, also: AlsoKnown): readonly LineNote[] {
  const { lines } = item.document;
  const lineOf = (offset: number): number => lines.positionAt(offset).line;
  const own = lineOf(item.idRange.start);
  const beside: string[] = [];
  const apart = new Map<number, string>();
  const tell = (name: string, text: string): void => {
    const range = item.parsed.fields.get(name)?.value?.range;
    const line = range ? lineOf(range.start) : own;
    const before = apart.get(line);
    if (line === own) beside.push(`${visible(name)} ${text}`);
    else apart.set(line, before === undefined ? text : `${before} · ${text}`);
  };
  for (const field of change.fields) tell(field.field, formerly(field));
  const moves = also.due?.(item) ?? '';
  if (moves !== '') tell(item.type.dueField ?? 'due', moves);
  const text = [wasText(change, today), ...beside, also.own?.(item) ?? ''].filter((part) => part !== '').join(' · ');
  const others = [...apart].map(([line, note]) => ({ line, text: note }));
  return text === '' ? others : [{ line: own, text }, ...others];
}

/** Behind a line stands no more of a value than this. */
const LONGEST = 40;

function formerly({ base }: FieldChange): string {
  if (base === undefined) return 'new';
  const text = visible(base.replace(/\s+/g, ' '));
  return `was ${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}`;
}
