import type { WrittenReference } from '../../model/kinds/reference.ts';
import { contentRange, type YamlScalar } from '../../parse/yaml/node.ts';
import type { Item, Reference } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Finding } from '../../rules/finding.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import type { Range } from '../../text/range.ts';
import type { DocumentEdit, TextEdit } from '../fix.ts';
import { inDocument } from './in-document.ts';
import { removeFromField } from './list-entry.ts';
import { replaceScalar } from './scalar.ts';
import { pairOf } from './set-fields.ts';
import { stepsTo } from './tree.ts';

/** The reference of its item that a finding stands on. */
export function referenceAt({ item, range }: Finding, plan: Plan): Reference | undefined {
  return item && plan.referencesFrom(item).find(({ written }) => isSame(written.range, range));
}

/** The same of a reference of any item. */
export const isSame = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

/** An edit that makes a reference name another item; its link type, its lag and its quotes stay. */
export function renameReference({ from, field, written }: Reference, name: string): TextEdit | undefined {
  const found = pairOf(from, field);
  const { text } = from.document;
  const scalar = found && scalarOf(found.map, written);
  if (!scalar) return undefined;
  if (text.slice(written.range.start, written.range.end) === written.text) {
    const isAlone = scalar.style === 'plain' && isSame(contentRange(scalar), written.range);
    return { range: written.range, text: isAlone ? yamlWord(name) : name };
  }
  // What is written with escapes, or over several lines, is replaced where it is nothing but the reference.
  return scalar.text.trim() === written.text ? replaceScalar(text, scalar, name) : undefined;
}

function scalarOf(map: Parameters<typeof stepsTo>[0], { range }: WrittenReference): YamlScalar | undefined {
  const last = stepsTo(map, range.start).at(-1);
  const node = last?.kind === 'entry' ? last.node : last?.pair.value;
  return node?.kind === 'scalar' ? node : undefined;
}

/** Edits that take a reference away, and with it a field that held nothing else. */
export function removeReference({ from, field, written }: Reference): readonly DocumentEdit[] | undefined {
  const found = pairOf(from, field);
  const edit = found && removeFromField(from.document.text, found.map, found.pair, written.range.start);
  return edit && inDocument(from.document, [edit]);
}

/** How an item is referred to from within a program: by its id where that is enough. Of duplicates, only the first is. */
export function nameFor(item: Item, program: string, plan: Plan): string | undefined {
  if (plan.lookup.find({ id: item.id }, program, ['any']).target === item) return item.id;
  return plan.lookup.find({ program: item.program, id: item.id }, program, ['any']).target === item
    ? item.key
    : undefined;
}
