import type { Call } from '../command.ts';
import type { Place } from './place.ts';

/** Whether a path below the root is one that a call names, or in a folder that it names. A call without paths names all. */
export function namedPaths({ operands }: Call, place: Place): (path: string) => boolean {
  const named = operands.map((path) => place.belowRoot(path));
  return (path) => named.length === 0 || named.some((one) => one === '' || path === one || path.startsWith(`${one}/`));
}
