/**
 * Things as a list of Markdown, the first few of many; the rest is only counted, and no text is made of it.
 * @param worse what is said of those of the rest that somebody should know to be there: `2 of them later`
 */
export function* listOf<T>(
  things: readonly T[],
  most: number,
  textOf: (thing: T) => string,
  [isWorse, word]: readonly [isWorse: (thing: T) => boolean, word: string] = [() => false, ''],
): Generator<string> {
  for (const thing of things.slice(0, most)) yield `- ${textOf(thing)}`;
  const rest = things.slice(most);
  if (rest.length === 0) return;
  const worse = rest.filter(isWorse).length;
  const of = rest.length === 1 ? 'which is' : `${worse} of them`;
  yield `- And ${rest.length} more${worse > 0 ? `, ${of} ${word}` : ''}.`;
}
