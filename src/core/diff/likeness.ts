/** An item whose fields are alike by at least so much is the same under another id. */
export const ALIKE = 0.6;
/** Being in the same file counts as much as so many equal fields. */
export const SAME_PLACE = 1;

/** Says nothing of what an item is. */
const SILENT = ['id', 'type', 'updated'];

/**
 * How much of two items is the same, from 0 to 1, by what their fields say. Without a word in common they are not, wherever
 * they stand.
 * @param place what their places add: as much as so many equal fields
 */
export function likenessOf<Said>(
  base: ReadonlyMap<string, Said>,
  head: ReadonlyMap<string, Said>,
  place: number,
): number {
  const names = new Set([...base.keys(), ...head.keys()]);
  for (const name of SILENT) names.delete(name);
  if (names.size === 0) return place > 0 ? ALIKE : 0;
  let same = 0;
  for (const name of names) if (base.get(name) === head.get(name)) same += name === 'title' ? 2 : 1;
  if (same === 0) return 0;
  const most = names.size + (names.has('title') ? 1 : 0) + SAME_PLACE;
  return (same + place) / most;
}
