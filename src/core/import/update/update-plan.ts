import { isEditable } from '../../fixes/documents.ts';
import { applyEdits } from '../../fixes/edit/apply.ts';
import { fieldRank } from '../../fixes/edit/field-order.ts';
import { setFields } from '../../fixes/edit/set-fields.ts';
import type { TextEdit } from '../../fixes/fix.ts';
import { keepsWhole } from '../../fixes/mends.ts';
import { readAgain } from '../../fixes/read-again.ts';
import { COMMON_FIELDS } from '../../model/item-type.ts';
import { fieldOf, ITEM_TYPES } from '../../model/registry.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { workstreamOf } from '../../plan/inherited.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import type { IncomingItem, Remark } from '../incoming.ts';
import { cleanLine } from '../write/clean-text.ts';
import { compareField, type FieldChange } from './field-change.ts';
import type { Matches } from './match-items.ts';

/** What becomes of a plan that is brought up to date from rows. */
export interface PlanUpdate {
  readonly documents: readonly UpdatedDocument[];
  /** In the order of the documents. */
  readonly changes: readonly FieldChange[];
  /** Items that have a row which says nothing else than they do. */
  readonly unchanged: readonly Item[];
  readonly rowsWithout: readonly IncomingItem[];
  readonly itemsWithout: readonly Item[];
  readonly remarks: readonly Remark[];
}

/** A document, and what it becomes. */
export interface UpdatedDocument {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** From the one to the other: every byte that none of them names stays. */
  readonly edits: readonly TextEdit[];
}

/** Fields that can be brought up to date: those that hold one value, which is no reference. */
const FIELDS: readonly string[] = [
  'status',
  ...new Set(
    [...Object.keys(COMMON_FIELDS), ...ITEM_TYPES.flatMap(({ fields }) => Object.keys(fields))].filter((name) =>
      ITEM_TYPES.some((type) => isPlain(fieldOf(type, name)?.kind)),
    ),
  ),
];

function isPlain(
  kind:
    | {
        readonly of?: unknown;
        readonly keys?: unknown;
        readonly each?: unknown;
        readonly references?: unknown;
        readonly name: string;
      }
    | undefined,
): boolean {
  return (
    kind !== undefined &&
    !kind.of &&
    !kind.keys &&
    !kind.each &&
    !kind.references &&
    !['links', 'calendar', 'anything'].includes(kind.name)
  );
}

/** Why a field cannot be brought up to date; undefined where it can. */
export function fieldTrouble(name: string): string | undefined {
  if (FIELDS.includes(name)) return undefined;
  const near = nearest(name, FIELDS);
  const isField = ITEM_TYPES.some((type) => fieldOf(type, name)) || name === 'id' || name === 'type';
  if (isField) return `${name} cannot be brought up to date: it is more than one value, or a reference`;
  return `there is no field ${quoted(name)}${near === undefined ? '' : `: did you mean ${near}?`}`;
}

/** Gives the items that have a row what it says of some fields, by edits of these alone. Changes nothing itself. */
export function updatePlan(plan: Plan, matches: Matches, fields: readonly string[]): PlanUpdate {
  const remarks: Remark[] = [...matches.remarks];
  const unchanged: Item[] = [];
  const wanted = new Map<ParsedDocument, ItemChanges[]>();
  const handedOver = fields.includes('owner') ? workstreamsHandedOver(matches) : new Set<Item>();
  for (const [row, item] of matches.pairs) {
    const changes = changesOf(row, item, fields, remarks, (own) => {
      const above = workstreamOf(own, plan.lookup);
      return above !== undefined && handedOver.has(above);
    });
    if (changes.length === 0) unchanged.push(item);
    else if (!isEditable(item)) {
      remarks.push({
        place: row.place,
        text: `${item.id} is left as it is: ${item.document.path} is broken, or in conflict`,
      });
    } else wanted.set(item.document, [...(wanted.get(item.document) ?? []), { row, item, changes }]);
  }
  const documents: UpdatedDocument[] = [];
  const changes: FieldChange[] = [];
  for (const [document, asked] of [...wanted].sort(([a], [b]) => (a.path < b.path ? -1 : 1))) {
    const { edits, done } = editsOf(document, asked, plan, remarks);
    if (edits.length === 0) continue;
    documents.push({ path: document.path, before: document.text, after: applyEdits(document.text, edits), edits });
    changes.push(...done);
  }
  return {
    documents,
    changes,
    unchanged,
    rowsWithout: matches.rowsWithout,
    itemsWithout: matches.itemsWithout,
    remarks,
  };
}

interface ItemChanges {
  readonly row: IncomingItem;
  readonly item: Item;
  readonly changes: readonly FieldChange[];
}

/** The workstreams that get another owner. */
const workstreamsHandedOver = ({ pairs }: Matches): ReadonlySet<Item> =>
  new Set(
    pairs.flatMap(([row, item]) =>
      item.type.name === 'workstream' && compareField(row, item, 'owner').kind === 'changed' ? [item] : [],
    ),
  );

/** @param losesOwner whether an item that has no owner of its own would get another one with the rest */
function changesOf(
  row: IncomingItem,
  item: Item,
  fields: readonly string[],
  remarks: Remark[],
  losesOwner: (item: Item) => boolean,
): readonly FieldChange[] {
  return fields.flatMap((field) => {
    const compared = compareField(row, item, field);
    // It is theirs still: that has to be said where they have it themselves.
    if (compared.kind === 'same' && field === 'owner' && item.values.owner === undefined && losesOwner(item))
      return [{ item, field, before: undefined, after: cleanLine(String(row.fields['owner'])) }];
    if (compared.kind === 'fault')
      remarks.push({ place: row.place, text: `${field} of ${item.id} stays: ${compared.why}` });
    return compared.kind === 'changed' ? [compared.change] : [];
  });
}

interface Edited {
  readonly edits: readonly TextEdit[];
  readonly done: readonly FieldChange[];
}

/** The edits of a document that do what is asked and nothing else; a change that has no such edits is told. */
function editsOf(document: ParsedDocument, asked: readonly ItemChanges[], plan: Plan, remarks: Remark[]): Edited {
  const all = together(document, asked, plan);
  if (all) return all;
  // One of them cannot be written: each is tried by itself, on top of those that can.
  let held: readonly ItemChanges[] = [];
  for (const { row, item, changes } of asked) {
    for (const change of changes) {
      const more = [...held, { row, item, changes: [change] }];
      if (together(document, more, plan)) held = more;
      else
        remarks.push({
          place: row.place,
          text: `${change.field} of ${item.id} stays: it is written in a way that leaves no sure place for ${quoted(change.after)}`,
        });
    }
  }
  return together(document, held, plan) ?? { edits: [], done: [] };
}

function together(document: ParsedDocument, asked: readonly ItemChanges[], plan: Plan): Edited | undefined {
  const byItem = new Map<Item, FieldChange[]>();
  for (const { item, changes } of asked) byItem.set(item, [...(byItem.get(item) ?? []), ...changes]);
  const edits: TextEdit[] = [];
  for (const [item, changes] of byItem) {
    const own = setFields(
      item,
      changes.toSorted(byRank).map(({ field, after }) => [field, after] as const),
    );
    if (!own) return undefined;
    edits.push(...own);
  }
  const done = [...byItem.values()].flat();
  return edits.length === 0 || says(document, edits, done, plan) ? { edits, done } : undefined;
}

/** In the order in which people give fields: where several are put in at one place, that is their order. */
const byRank = (a: FieldChange, b: FieldChange): number => (fieldRank(a.field) ?? 0) - (fieldRank(b.field) ?? 0);

/** Whether a document says after edits what changes want, of the same items, and no more of it is broken. */
function says(
  document: ParsedDocument,
  edits: readonly TextEdit[],
  changes: readonly FieldChange[],
  plan: Plan,
): boolean {
  if (!keepsWhole(document, edits, plan)) return false;
  const after = readAgain(document.path, applyEdits(document.text, edits), plan);
  if (after?.items.length !== document.items.length) return false;
  return changes.every(({ item, field, after: text }) => {
    const now = after.items[document.items.indexOf(item.parsed)];
    const value = now?.fields.get(field)?.value;
    return now?.id === item.id && value?.kind === 'scalar' && value.text.trim() === text;
  });
}
