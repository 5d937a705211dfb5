import type { DocumentEdit } from '../../../core/fixes/fix.ts';
import { shown } from '../../../core/fixes/words.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { NewFile } from '../../../core/scaffold/first-plan.ts';
import type { MayHold } from '../../rename/file-name.ts';
import { MoveRefused } from './refused.ts';
import { holdersFor, toCollection } from './to-collection.ts';
import { fileFor, toFile } from './to-file.ts';

/** A way in which an item can be written elsewhere. What changes is computed when it is chosen. */
export interface ItemMove {
  readonly title: string;
  readonly item: Item;
  /** The item into whose document it goes; none for a file of its own. */
  readonly holder: Item | undefined;
}

/** All that changes: the edits in no order, a file that comes, or one that goes. */
export interface MovedItem {
  readonly edits: readonly DocumentEdit[];
  readonly creates?: NewFile;
  readonly deletes?: string;
}

/** Where an item can be moved: from a collection to a file of its own, and back. */
export function movesOf(item: Item, plan: Plan, mayHold: MayHold): readonly ItemMove[] {
  // Where nobody knows which of several it is, or whose, the order of files decides.
  if (plan.lookup.duplicates.some((group) => group.includes(item)) || plan.problems.has(item.document)) return [];
  if (item.parsed.form === 'entry') {
    const place = fileFor(item, plan, mayHold);
    const title = `Move ${shown(item.id)} to a file of its own, ${shown(place?.path ?? '')}`;
    return place ? [{ title, item, holder: undefined }] : [];
  }
  return holdersFor(item, plan).map((holder) => ({
    title: `Move ${shown(item.id)} into the ${item.type.plural} of ${shown(holder.id)}`,
    item,
    holder,
  }));
}

/**
 * Moves an item, with its fields as they are written, its comments and its prose; links lead where they led. The plan is
 * the same one then, or a {@link MoveRefused} says why it would not be. Pauses, as a generator, so that a host can do
 * something else.
 */
export function* moveItem({ item, holder }: ItemMove, plan: Plan, mayHold: MayHold): Generator<void, MovedItem> {
  if (plan.partial) throw new MoveRefused('some files of the plan could not be read, and may lead to it');
  return holder ? yield* toCollection(item, holder, plan) : yield* toFile(item, plan, mayHold);
}
