import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import type { Item, Link, Reference, ReferenceField } from './item.ts';
import type { Lookup } from './lookup.ts';

const SINGLE = ['goal', 'became', 'provided_by'] as const;
const MANY = ['affects', 'mitigated_by', 'blocks', 'supersedes', 'superseded_by', 'relates_to'] as const;

/** Everything that an item refers to, looked up. */
export function referencesOf(item: Item, lookup: Lookup): Reference[] {
  const references: Reference[] = [];
  const { values } = item;
  const add = (field: ReferenceField, written: WrittenReference): Reference => {
    const types = item.type.fields[field]?.refersTo ?? ['any'];
    const reference = { from: item, field, written, ...lookup.find(written.name, item.program, types) };
    references.push(reference);
    return reference;
  };
  for (const { value } of values.depends_on ?? []) {
    const { link, lag } = value as WrittenDependency;
    const reference = add('depends_on', value);
    references[references.length - 1] = { ...reference, link, lag };
  }
  for (const field of SINGLE) {
    const written = values[field];
    if (written) add(field, written);
  }
  for (const field of MANY) for (const { value } of values[field] ?? []) add(field, value);
  const scope = scopeFault(item, lookup);
  if (scope) references.push(scope);
  return references;
}

/**
 * A program or workstream that was probably misspelt. Names that resemble none are taken as they are: nobody has to
 * write a document before using the name.
 */
function scopeFault(item: Item, lookup: Lookup): Reference | undefined {
  const fault = (field: 'program' | 'workstream', written: WrittenReference, near: string): Reference => ({
    from: item,
    field,
    written,
    target: undefined,
    fault: {
      kind: 'unknown',
      message: `there is no ${field} ${quoted(written.text)}: did you mean ${near}?`,
      suggestion: near,
    },
  });
  const { program, workstream } = item.values;
  if (program && !lookup.program(program.name.id) && item.type.name !== 'program') {
    const described = [...lookup.programIds].filter((id) => lookup.program(id));
    const near = nearest(program.name.id, described);
    if (near) return fault('program', program, near);
  }
  if (workstream) {
    const members = lookup.members(item.program);
    const named = members.get(workstream.name.id);
    if (named?.type.name === 'workstream')
      return { from: item, field: 'workstream', written: workstream, target: named };
    const known = [...members.values()].filter((other) => other.type.name === 'workstream').map((other) => other.id);
    const near = nearest(workstream.name.id, known);
    if (near) return fault('workstream', workstream, near);
  }
  return undefined;
}

/** The links of the network that an item's references make, each from who is waited for to who waits. */
export function linksOf(item: Item): Link[] {
  const links: Link[] = [];
  for (const reference of item.references) {
    const { target, field } = reference;
    if (!target || reference.fault) continue;
    if (field === 'depends_on') {
      links.push({ from: target, to: item, type: reference.link ?? 'FS', lag: reference.lag, reference });
    } else if (field === 'provided_by') {
      links.push({ from: target, to: item, type: 'FS', lag: undefined, reference });
    } else if (field === 'blocks') {
      // What blocks a milestone that has begun only holds up its end.
      links.push({ from: item, to: target, type: hasStarted(target) ? 'FF' : 'FS', lag: undefined, reference });
    }
  }
  return links;
}

/** Whether work on a milestone has begun: it says so, or it has progress. `at-risk` and `blocked` alone do not. */
export function hasStarted(item: Item): boolean {
  const { started, progress } = item.values;
  if (started !== undefined || item.status === 'in-progress') return true;
  if (progress === 'checklist') return tickedBoxes(item) > 0;
  return typeof progress === 'number' && progress > 0;
}

/** How many boxes of an item's prose are ticked. */
export function tickedBoxes(item: Item): number {
  return boxesOf(item).filter((box) => box.checked).length;
}

/** The task boxes in an item's prose. */
export function boxesOf(item: Item) {
  const { prose } = item.parsed;
  return item.document.body.boxes.filter((box) =>
    prose.some((section) => box.range.start >= section.start && box.range.end <= section.end),
  );
}
