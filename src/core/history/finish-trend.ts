import type { Day } from '../model/values/day.ts';
import type { PlanCommit } from './commit.ts';
import type { ItemHistory } from './item-history.ts';

/** How programs were forecast to finish at a commit, as of the day on which it was made. */
export interface FinishesAt {
  readonly commit: PlanCommit;
  /** By the ids that programs had then; those without anything to forecast are left out. */
  readonly finishes: ReadonlyMap<string, Day>;
}

/** When a program was forecast to finish at a commit. */
export interface FinishPoint {
  readonly commit: PlanCommit;
  readonly finish: Day;
}

/**
 * How the finish of a program has wandered, oldest first.
 * @param program its id, as it is now
 * @param order the commits of the branch, oldest first
 */
export function finishTrend(
  program: string,
  history: ItemHistory | undefined,
  samples: readonly FinishesAt[],
  order: readonly PlanCommit[],
): readonly FinishPoint[] {
  const places = new Map(order.map(({ hash }, index) => [hash, index]));
  const renames = (history?.entries ?? []).flatMap(({ words, merge, commit }) => {
    const from = words.find(({ field }) => field === 'id')?.from;
    const place = places.get((merge ?? commit)?.hash ?? '') ?? order.length;
    return from === undefined ? [] : [{ from, place }];
  });
  return samples.flatMap(({ commit, finishes }) => {
    const place = places.get(commit.hash) ?? order.length;
    const name = renames.find((rename) => rename.place > place)?.from ?? program;
    const finish = finishes.get(name);
    return finish === undefined ? [] : [{ commit, finish }];
  });
}

/** Evenly spread, the first and the last always among them. */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  if (most <= 1) return all.slice(all.length - most);
  return Array.from({ length: most }, (_, n) => all[Math.round((n * (all.length - 1)) / (most - 1))] as T);
}
