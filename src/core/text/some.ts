/** The first few of many, for a message that has to stay short: `a, b, c and 4 more`. */
export function firstOf(words: readonly string[], most: number): string {
  const shown = words.slice(0, most);
  const more = words.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** The first values of a collection; the rest is not even looked at. */
export function upTo<T>(most: number, values: Iterable<T>): T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length >= most) break;
    first.push(value);
  }
  return first;
}
