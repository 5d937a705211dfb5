import type { ItemType } from './item-type.ts';

/** Words that mean a status of most types, where the type has it. */
const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  first: ['todo', 'to-do', 'not-started', 'backlog', 'new'],
  'in-progress': ['wip', 'doing', 'started', 'ongoing'],
  good: ['done', 'complete', 'completed', 'closed', 'shipped', 'fixed'],
  cancelled: ['canceled', 'dropped'],
  accepted: ['approved'],
};

/** Every word that is read as a status of most types. */
export const COMMON_STATUS_WORDS: readonly string[] = Object.values(COMMON_WORDS).flat();

/** Status words that a project adds: by type, the word in normal form, and the status it means. */
export type StatusWords = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A status word without regard to case, spaces and underscores. */
export const normalStatus = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

/** Every status of a type, open ones first. */
export function statusesOf(type: ItemType): readonly string[] {
  return [...type.statuses.open, ...type.statuses.closed];
}

/** The status that a word means for a type; undefined where it means none. A status is never another one. */
export function readStatus(type: ItemType, written: string, own: StatusWords): string | undefined {
  const word = normalStatus(written);
  const all = statusesOf(type);
  if (all.includes(word)) return word;
  const ownWord = own.get(type.name)?.get(word);
  if (ownWord !== undefined) return ownWord;
  for (const [meaning, words] of Object.entries(COMMON_WORDS)) {
    if (!words.includes(word)) continue;
    const { open, good } = type.statuses;
    const status = meaning === 'first' ? open[0] : meaning === 'good' ? good : meaning;
    return status !== undefined && all.includes(status) ? status : undefined;
  }
  return undefined;
}

/** Whether a status ends an item of the type. */
export const isClosed = (type: ItemType, status: string): boolean => type.statuses.closed.includes(status);

/** Whether a status takes the item out of the plan: cancelled, rejected, deprecated, superseded. */
export const isDropped = (type: ItemType, status: string): boolean => type.statuses.dropped.includes(status);
