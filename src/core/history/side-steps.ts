import type { PlanCommit } from './commit.ts';
import type { DocumentFacts, ItemFacts } from './facts.ts';
import type { DayMove, HistoryEntry, WordMove } from './item-history.ts';
import type { PlacedItem } from './placed-documents.ts';

/** What a commit did that a merge brought: the documents that it changed, by path. */
export interface SideStep {
  readonly commit: PlanCommit;
  readonly isMerge: boolean;
  readonly before: Documents;
  readonly after: Documents;
}

type Documents = ReadonlyMap<string, DocumentFacts>;

/** Where an entry comes from. */
interface Origin {
  readonly was: PlacedItem | undefined;
  readonly is: PlacedItem;
  readonly commit: PlanCommit | undefined;
  readonly sides: readonly SideStep[];
}

type Change = Pick<HistoryEntry, 'kind' | 'days' | 'words'>;

/**
 * Says who did what is written in an entry. Of a merge that is the newest commit on the other side that gave a value to
 * an item of that id; where none did, the merge itself has. Different values may come of different commits, which makes
 * an entry for each, in the order of the commits.
 */
export function attribute(change: Change, origin: Origin): readonly HistoryEntry[] {
  const { commit, sides } = origin;
  if (sides.length === 0) return [{ ...change, commit, merge: undefined }];
  if (change.kind !== 'changed') {
    const side = change.kind === 'added' ? addedBy(origin) : removedBy(origin);
    return [side ? { ...change, commit: side.commit, merge: commit } : { ...change, commit, merge: undefined }];
  }
  const parts = new Map<SideStep | undefined, { days: DayMove[]; words: WordMove[] }>();
  const partOf = (side: SideStep | undefined) => {
    const part = parts.get(side) ?? { days: [], words: [] };
    parts.set(side, part);
    return part;
  };
  for (const move of change.days) partOf(writtenBy(({ days }) => days[move.field] === move.to, origin)).days.push(move);
  for (const move of change.words) partOf(writtenBy(saysWord(move), origin)).words.push(move);
  const order = (side: SideStep | undefined): number => (side ? sides.indexOf(side) : -1);
  return [...parts]
    .sort(([a], [b]) => order(b) - order(a))
    .map(([side, part]) => ({
      kind: 'changed',
      commit: side ? side.commit : commit,
      merge: side ? commit : undefined,
      ...part,
    }));
}

/** Whether something is the case of an item in the document of a path. */
type IsSo = (facts: ItemFacts, path: string) => boolean;

/** Whether what a document says of an item is what it was changed to. The owner of its workstream it does not say. */
function saysWord({ field, to }: WordMove): IsSo {
  if (field === 'id') return ({ id }) => to === id || (to?.endsWith(`/${id}`) ?? false);
  if (field === 'file') return (_, path) => path === to;
  return (facts) => facts[field] === to;
}

/** The newest commit after which an item is as it was not before. Merges only pass on what others wrote. */
function writtenBy(isSaid: IsSo, { was, is, sides }: Origin): SideStep | undefined {
  const ids = new Set([is.facts.id, was?.facts.id]);
  const isIt: IsSo = (facts, path) => facts.type === is.facts.type && ids.has(facts.id) && isSaid(facts, path);
  const wrote = ({ before, after }: SideStep): boolean => some(after, isIt) && !some(before, isIt);
  return sides.find((side) => !side.isMerge && wrote(side)) ?? sides.find(wrote);
}

const sameAs =
  ({ facts: { type, id } }: PlacedItem): IsSo =>
  (facts) =>
    facts.type === type && facts.id === id;

/** The oldest commit that has an item which was not there before. */
function addedBy({ is, sides }: Origin): SideStep | undefined {
  const isIt = sameAs(is);
  return sides.findLast(({ isMerge, before, after }) => !isMerge && some(after, isIt) && !some(before, isIt));
}

function removedBy({ is, sides }: Origin): SideStep | undefined {
  const isIt = sameAs(is);
  return sides.find(({ isMerge, before, after }) => !isMerge && some(before, isIt) && !some(after, isIt));
}

const some = (documents: Documents, isIt: IsSo): boolean =>
  [...documents].some(([path, { items }]) => items.some((facts) => isIt(facts, path)));
