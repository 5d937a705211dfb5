/** Things as a list of Markdown, the first few of many; the rest is only counted, and no text is made of it. */
export function* listOf<T>(things: readonly T[], most: number, textOf: (thing: T) => string): Generator<string> {
  for (const thing of things.slice(0, most)) yield `- ${textOf(thing)}`;
  if (things.length > most) yield `- And ${things.length - most} more.`;
}
