import { sameValue } from '../../core/filter/same-value.ts';
import type { PageView } from '../../webview/protocol.ts';

/** After so many entries of a list a host may do something else. */
const AT_ONCE = 200;

/**
 * Whether two views show the same, whichever drawings they are. Ends where they differ. Pauses, as a generator, so that a
 * host can do something else.
 */
export function* sameView(a: PageView, b: PageView): Generator<void, boolean> {
  const [after, before] = [a, b].map((view) => new Map<string, unknown>(Object.entries(view)));
  if (!after || after.size !== before?.size) return false;
  for (const [name, value] of after) {
    if (name === 'drawing') continue;
    const other = before.get(name);
    const isSame =
      Array.isArray(value) && Array.isArray(other) ? yield* sameList(value, other) : sameValue(value, other);
    if (!isSame) return false;
  }
  return true;
}

function* sameList(a: readonly unknown[], b: readonly unknown[]): Generator<void, boolean> {
  if (a.length !== b.length) return false;
  for (const [at, entry] of a.entries()) {
    if (!sameValue(entry, b[at])) return false;
    if (at % AT_ONCE === AT_ONCE - 1) yield;
  }
  return true;
}
