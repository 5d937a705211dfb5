/** The first few of many, for a message that has to stay short: `a, b, c and 4 more`. */
export function firstOf(words: readonly string[], most: number): string {
  const shown = words.slice(0, most);
  const more = words.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
