import type { ItemType } from '../model/item-type.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import { isTaken } from '../scaffold/file-name.ts';
import type { NewFile } from '../scaffold/first-plan.ts';
import { type NewItem, newItemText } from '../scaffold/new-item.ts';
import { placeFor } from '../scaffold/place.ts';
import { addItem, type EntryFields, holdsItems } from './edit/add-item.ts';
import { inDocument } from './edit/in-document.ts';
import type { DocumentEdit } from './fix.ts';

/** Where a new item goes: into the document that refers to it, or into a file of its own. */
export interface NewPlace {
  readonly edits: readonly DocumentEdit[];
  readonly creates?: NewFile;
}

/**
 * Writes a new item into a document that holds items, else into a file where the others of its type lie. Undefined
 * where neither can be: nothing is written over, and no name is given that some system cannot take.
 */
export function placeNew(
  document: ParsedDocument,
  item: NewItem & { readonly program: string },
  more: EntryFields,
  plan: Plan,
): NewPlace | undefined {
  if (holdsItems(document)) {
    const title: EntryFields = item.title === item.id ? [] : [['title', item.title]];
    const edit = addItem(document, item.type, [['id', item.id], ...title, ...more]);
    return edit && { edits: inDocument(document, [edit]) };
  }
  const creates = newFile(item, plan);
  return creates && { edits: [], creates };
}

function newFile(item: NewItem & { readonly program: string }, plan: Plan): NewFile | undefined {
  const { folder, name, needsProgram } = placeFor(item.type, item.id, item.program, plan);
  const path = folder === '' ? name : `${folder}/${name}`;
  if (plan.hasFile(path) || isTaken(path, pathsBeside(folder, plan)) || !isInside(folder)) return undefined;
  return { path, text: newItemText({ ...item, program: needsProgram ? item.program : undefined }) };
}

/** The paths of a plan's documents in a folder: a new one must not differ from one of them in case only. */
function pathsBeside(folder: string, plan: Plan): readonly string[] {
  const prefix = folder.toLowerCase();
  return plan.documents.map(({ path }) => path).filter((path) => path.toLowerCase().startsWith(prefix));
}

/** Whether a folder lies below the root, and in none that is hidden. */
const isInside = (folder: string): boolean =>
  folder === '' || folder.split('/').every((part) => part !== '' && !part.startsWith('.') && part !== 'node_modules');

/** A title made of an id: `auth-cutover` is `Auth cutover`; a number stays what it is. */
export function titleOf(id: string, type: ItemType): string {
  if (type.name !== 'milestone' && /\d/.test(id)) return id;
  if (/^\p{L}+-?\d+$/u.test(id)) return id;
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
