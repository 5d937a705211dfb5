import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from './item.ts';
import { isUncounted } from './uncounted.ts';

/**
 * Whether an item has a date or a length of its own that cannot be read: what is computed for it then is nobody's date,
 * and may be as early as today.
 */
export function hasUnreadDate({ document, type, parsed }: Item): boolean {
  const { forecast } = type;
  const faults = forecast ? faultsIn(document) : NONE;
  if (!forecast || faults.size === 0) return false;
  const { dates, work } = forecast;
  return [...dates, ...(work ? [work.length, work.begun] : []), ...ALSO].some((name) => {
    const value = parsed.fields.get(name)?.value;
    return value !== undefined && (faults.has(value.range.start) || (value.kind !== 'scalar' && holds(value.range)));
  });

  /** A list or a map, in which a value may be the fault. */
  function holds({ start, end }: { readonly start: number; readonly end: number }): boolean {
    for (const at of faults) if (start <= at && at < end) return true;
    return false;
  }
}

/** Fields beside those of its role by which an item is dated. */
const ALSO = ['start', 'estimate', 'windows'];

const NONE: ReadonlySet<number> = new Set();
const known = new WeakMap<ParsedDocument, ReadonlySet<number>>();

/** Where values of a document stand that count for nothing. */
function faultsIn(document: ParsedDocument): ReadonlySet<number> {
  const found = known.get(document) ?? findFaults(document);
  if (found !== NONE) known.set(document, found);
  return found;
}

function findFaults({ problems }: ParsedDocument): ReadonlySet<number> {
  if (problems.length === 0) return NONE;
  const found = problems.filter(isUncounted);
  return found.length === 0 ? NONE : new Set(found.map(({ range }) => range.start));
}
