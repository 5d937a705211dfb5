/** Things as they come, but each `ask`ed about while `size` others before it are still to be taken. */
export async function* ahead<T, R>(things: AsyncIterable<T>, size: number, ask: (thing: T) => R): AsyncGenerator<R> {
  const asked: R[] = [];
  for await (const thing of things) {
    asked.push(ask(thing));
    if (asked.length > size) yield asked.shift() as R;
  }
  yield* asked;
}
