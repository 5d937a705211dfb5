import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/** The item of a document that an offset lies in: the innermost. */
export function itemAt(plan: Pick<Plan, 'itemsOf'>, document: ParsedDocument, offset: number): Item | undefined {
  let found: Item | undefined;
  for (const item of plan.itemsOf(document)) {
    const { start, end } = item.parsed.range;
    const smaller = !found || end - start <= found.parsed.range.end - found.parsed.range.start;
    if (start <= offset && offset <= end && smaller) found = item;
  }
  return found;
}
