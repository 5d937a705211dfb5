import { applyEdits } from '../../core/fixes/edit/apply.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { referencesTo } from '../references.ts';
import type { FileMove } from './file-name.ts';
import type { Renamed } from './rename.ts';

/** The move of a file that ends a rename of its item, and by what the rename is known once it has been applied. */
export interface OwnMove {
  readonly move: FileMove;
  /** How some of the documents that it changes read then, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Of so many documents the texts are kept: one that reads as the rename has made it is enough. */
const KEPT = 20;

/** The move that ends a rename in a plan; undefined where no file moves. */
export function ownMoveOf({ edits, move }: Renamed, plan: Plan): OwnMove | undefined {
  if (!move) return undefined;
  const paths = [...new Set(edits.map(({ path }) => path))].slice(0, KEPT);
  const texts = new Map<string, string>();
  for (const path of paths) {
    const document = plan.documentAt(path);
    const own = edits.filter((edit) => edit.path === path);
    if (document) texts.set(path, applyEdits(document.text, own));
  }
  return { move, texts };
}

/**
 * Whether a rename is what moves its file now: a document reads as the rename has made it, or nothing elsewhere names the
 * item as before. Else somebody has given the rename up in its preview, and moves the file by hand.
 * @param reads whether a document reads like that in the editor now
 */
export function isUnderway(
  { move, texts }: OwnMove,
  plan: Plan,
  reads: (path: string, text: string) => boolean,
): boolean {
  for (const [path, text] of texts) if (reads(path, text)) return true;
  const document = plan.documentAt(move.from);
  const item = document && plan.itemsOf(document)[0];
  return item === undefined || isNamedNowhereElse(item, plan);
}

const isNamedNowhereElse = (item: Item, plan: Plan): boolean =>
  referencesTo(item, plan).every(({ document }) => document === item.document);
