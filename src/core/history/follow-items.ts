import type { PlanCommit } from './commit.ts';
import { DAY_FIELDS, type DayField, type DocumentFacts } from './facts.ts';
import type { DayMove, HistoryEntry, ItemHistory, WordField, WordMove } from './item-history.ts';
import { matchFollowed } from './match-followed.ts';
import { PlacedDocuments, type PlacedItem } from './placed-documents.ts';
import { attribute, type SideStep } from './side-steps.ts';

/** What one commit did to the documents of a plan, seen from the branch that is looked at. */
export interface HistoryStep {
  /** Undefined of what is not committed yet. */
  readonly commit: PlanCommit | undefined;
  /** The documents that it changed, by path; undefined are those that are gone, or no part of the plan any more. */
  readonly changes: ReadonlyMap<string, DocumentFacts | undefined>;
  /** Of a merge, what the commits did that it brought: newest first. */
  readonly sides: readonly SideStep[];
}

/** An item on its way. */
interface Follow {
  at: PlacedItem;
  isGone: boolean;
  readonly entries: HistoryEntry[];
}

/**
 * Follows the items of a plan from commit to commit, oldest first. What a merge brings is told as the branch sees it, as
 * one change, by the commits on the other side that wrote it.
 */
export class ItemFollower {
  readonly #documents: PlacedDocuments;
  readonly #present = new Map<PlacedItem, Follow>();
  /** What is gone, by its key: should it come back, its history goes on. */
  readonly #gone = new Map<string, Follow>();
  /** Everything there ever was, in the order in which it came. */
  readonly #all: Follow[] = [];

  /** @param rootName the name of the root folder: names the program of items that have none */
  constructor(rootName: string) {
    this.#documents = new PlacedDocuments(rootName);
  }

  step({ commit, changes, sides }: HistoryStep): void {
    const { before, after } = this.#documents.change(changes);
    const found = matchFollowed(before, after);
    const kept = new Set(found.values());
    const write = (follow: Follow, entry: Pick<HistoryEntry, 'kind' | 'days' | 'words'>, was?: PlacedItem): void => {
      if (entry.kind === 'changed' && entry.days.length + entry.words.length === 0) return;
      follow.entries.push(...attribute(entry, { was, is: follow.at, commit, sides }));
    };
    // First what went, so that what takes its name finds it gone.
    for (const was of before) {
      if (kept.has(was)) continue;
      const follow = this.#present.get(was) as Follow;
      this.#present.delete(was);
      this.#gone.set(goneKey(was), follow);
      follow.isGone = true;
      write(follow, { kind: 'removed', days: [], words: [] }, was);
    }
    const follows = after.map((is): [PlacedItem, Follow, PlacedItem | undefined] => {
      const was = found.get(is);
      return was ? [is, this.#present.get(was) as Follow, was] : [is, this.#newOrAgain(is), undefined];
    });
    for (const [, , was] of follows) if (was) this.#present.delete(was);
    for (const [is, follow, was] of follows) {
      const before = was ?? (follow.isGone ? follow.at : undefined);
      follow.at = is;
      follow.isGone = false;
      this.#present.set(is, follow);
      write(follow, { kind: was ? 'changed' : 'added', days: dayMoves(before, is), words: wordMoves(before, is) }, was);
    }
  }

  /** The histories of all items there ever were, in the order in which they came. */
  get histories(): readonly ItemHistory[] {
    return this.#all.map(({ at, isGone, entries }) => ({
      key: at.key,
      path: at.path,
      facts: at.facts,
      isGone,
      entries,
    }));
  }

  #newOrAgain(is: PlacedItem): Follow {
    const again = this.#gone.get(goneKey(is));
    if (again) {
      this.#gone.delete(goneKey(is));
      return again;
    }
    const follow: Follow = { at: is, isGone: false, entries: [] };
    this.#all.push(follow);
    return follow;
  }
}

const goneKey = ({ key, facts }: PlacedItem): string => `${facts.type}\n${key}`;

function dayMoves(was: PlacedItem | undefined, is: PlacedItem): readonly DayMove[] {
  return DAY_FIELDS.flatMap((field: DayField): DayMove[] => {
    const [from, to] = [was?.facts.days[field], is.facts.days[field]];
    return from === to ? [] : [{ field, from, to }];
  });
}

/** What can be said of an item in a word. */
export const wordsOf = ({ key, path, facts, owner }: PlacedItem): Readonly<Record<WordField, string | undefined>> => ({
  type: facts.type,
  id: key,
  file: path,
  title: facts.title,
  status: facts.status,
  owner,
});

function wordMoves(was: PlacedItem | undefined, is: PlacedItem): readonly WordMove[] {
  const [before, now] = [was && wordsOf(was), wordsOf(is)];
  return (Object.keys(now) as WordField[]).flatMap((field): WordMove[] => {
    const [from, to] = [before?.[field], now[field]];
    return from === to ? [] : [{ field, from, to }];
  });
}
