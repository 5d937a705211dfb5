/** After so many a host may do something else. */
const AT_ONCE = 100;

/**
 * What is made of each of some things, in their order. Pauses, as a generator, so that a host can do something else.
 * @param atOnce after how many; few, where much is made of each
 */
export function* inSteps<T, R>(
  things: Iterable<T>,
  make: (thing: T, at: number) => R,
  atOnce = AT_ONCE,
): Generator<void, R[]> {
  const made: R[] = [];
  for (const thing of things) {
    made.push(make(thing, made.length));
    if (made.length % atOnce === 0) yield;
  }
  return made;
}
