import type { ParsedDocument, ParsedItem } from '../parse/document.ts';
import { INHERITED } from './inherited.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

/**
 * Whether a document can take the place of the one of its path, and all that the plan knows of the order and the names
 * of its items still holds, as well as all that items of other documents inherit from them.
 */
export function fits(document: ParsedDocument, index: number, plan: Plan): boolean {
  const before = plan.documents[index] as ParsedDocument;
  const { type, items } = document;
  if (type !== before.type || items.length !== before.items.length || plan.problems.has(before)) return false;
  const { scope, starts } = plan.parts.outline;
  let isDoubtful = false;
  const onDoubt = (): void => {
    isDoubtful = true;
  };
  return items.every((parsed, i) => {
    const item = plan.items[(starts[index] as number) + i] as Item;
    return (
      isNamed(parsed, item.parsed) &&
      scope.programOf(parsed, document, onDoubt) === item.program &&
      scope.workstreamOf(parsed, document) === item.workstream &&
      !isDoubtful &&
      passesOn(parsed, item.parsed)
    );
  });
}

const isNamed = (a: ParsedItem, b: ParsedItem): boolean => a.type === b.type && a.id === b.id && a.form === b.form;

/** Whether the items of a program or workstream inherit the same of one as of another. */
function passesOn(a: ParsedItem, b: ParsedItem): boolean {
  if (a.type.name !== 'program' && a.type.name !== 'workstream') return true;
  if (a.closed !== b.closed) return false;
  return INHERITED.every((name) => JSON.stringify(a.values[name]) === JSON.stringify(b.values[name]));
}
