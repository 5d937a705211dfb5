import { replacePart } from '../../core/fixes/edit/replace-part.ts';
import { isEmptyPair, pairOf, setFields } from '../../core/fixes/edit/set-fields.ts';
import { folderOf } from '../../core/fixes/program-of.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { idFromPath } from '../../core/parse/id-from-path.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { fileNameFor, isTaken } from '../../core/scaffold/file-name.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';

/** A file that gets another path. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Whether a plan may hold a file of a path, as its configuration says. */
export type MayHold = (path: string) => boolean;

/**
 * Writes the new id of an item where its id stands. Where its file names it, the file gets another name, which is given
 * back; where that cannot be, as for a README, which its folder names, the id is written.
 */
export function rewriteId(
  item: Item,
  to: string,
  plan: Plan,
  mayHold: MayHold,
  rewriting: Rewriting,
): FileMove | undefined {
  const field = pairOf(item, 'id');
  const value = field && !isEmptyPair(field.pair) ? field.pair.value : undefined;
  if (value) {
    const { text } = item.document;
    const edit = value.kind === 'scalar' ? replacePart(text, value, value.text.trim(), to) : undefined;
    rewriting.addOrRefuse(item.document, edit, value.range);
    return undefined;
  }
  const move = field ? undefined : renamedFile(item, to, plan, mayHold);
  if (move) return move;
  const edits = setFields(item, [['id', to]]);
  if (!edits) throw new RenameRefused(`${placeIn(item.document, item.idRange)}: there is no sure place for an id`);
  for (const edit of edits) rewriting.add(item.document, edit);
  return undefined;
}

/** The new path of the file that names an item; undefined where a new name would not name it, or is not free. */
function renamedFile({ document }: Item, to: string, plan: Plan, mayHold: MayHold): FileMove | undefined {
  const { path } = document;
  const slash = path.lastIndexOf('/') + 1;
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
  const name = `${fileNameFor(to).slice(0, -'.md'.length)}${extension}`;
  const moved = `${path.slice(0, slash)}${name}`;
  if (/^(?:readme|index)\.[^.]*$/i.test(path.slice(slash)) || isTaken(moved, [path])) return undefined;
  const isNamed = idFromPath(moved, plan.parts.input.rootName) === to;
  const others = plan.documents.flatMap((other) => (other === document ? [] : [other.path]));
  if (!isNamed || isFirstByPath(document, plan) || plan.hasFile(moved) || isTaken(moved, others) || !mayHold(moved))
    return undefined;
  return { from: path, to: moved };
}

/** Whether the order of files decides what a document means: of two programs in a folder, and of duplicates. */
function isFirstByPath(document: ParsedDocument, plan: Plan): boolean {
  const own = plan.itemsOf(document);
  if (plan.lookup.duplicates.some((group) => group.some((item) => own.includes(item)))) return true;
  if (document.type !== 'program') return false;
  const folder = folderOf(document.path);
  return plan.documents.some(
    (other) => other !== document && other.type === 'program' && folderOf(other.path) === folder,
  );
}
