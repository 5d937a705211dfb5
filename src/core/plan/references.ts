import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import type { Item, Link, Reference, ReferenceField } from './item.ts';
import type { Lookup } from './lookup.ts';

const SINGLE = ['goal', 'became', 'provided_by'] as const;
const MANY = ['affects', 'mitigated_by', 'blocks', 'supersedes', 'superseded_by', 'relates_to'] as const;

const NONE: readonly Reference[] = [];

/** Everything that an item refers to, looked up. */
export function referencesOf(item: Item, lookup: Lookup): readonly Reference[] {
  const references: Reference[] = [];
  const { values } = item;
  for (const { value } of values.depends_on ?? []) references.push(dependencyOf(item, value, lookup));
  for (const field of SINGLE) {
    const written = values[field];
    if (written) references.push(referenceOf(item, field, written, lookup));
  }
  for (const field of MANY) {
    const list = values[field];
    if (list) for (const { value } of list) references.push(referenceOf(item, field, value, lookup));
  }
  const scope = scopeReference(item, lookup);
  if (scope) references.push(scope);
  return references.length > 0 ? references : NONE;
}

function referenceOf(from: Item, field: ReferenceField, written: WrittenReference, lookup: Lookup): Reference {
  const { target, fault } = lookup.find(written.name, from.program, typesOf(from, field));
  return { from, field, written, target, fault, link: undefined, lag: undefined };
}

function dependencyOf(from: Item, written: WrittenDependency, lookup: Lookup): Reference {
  const { target, fault } = lookup.find(written.name, from.program, typesOf(from, 'depends_on'));
  return { from, field: 'depends_on', written, target, fault, link: written.link, lag: written.lag };
}

const typesOf = (item: Item, field: ReferenceField): readonly string[] => item.type.fields[field]?.refersTo ?? ANY;

const ANY = ['any'];

const NO_LINK = { fault: undefined, link: undefined, lag: undefined } as const;

/**
 * A program or workstream that was probably misspelt. Names that resemble none are taken as they are: nobody has to
 * write a document before using the name.
 */
function scopeReference(item: Item, lookup: Lookup): Reference | undefined {
  const fault = (field: 'program' | 'workstream', written: WrittenReference, near: string): Reference => ({
    from: item,
    field,
    written,
    target: undefined,
    ...NO_LINK,
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
      return { ...NO_LINK, from: item, field: 'workstream', written: workstream, target: named };
    const known = [...members.values()].filter((other) => other.type.name === 'workstream').map((other) => other.id);
    const near = nearest(workstream.name.id, known);
    if (near) return fault('workstream', workstream, near);
  }
  return undefined;
}

/** The link of the network that a reference makes, from who is waited for to who waits; most make none. */
export function linkOf(reference: Reference): Link | undefined {
  const { from: item, target, field } = reference;
  if (!target || reference.fault) return undefined;
  switch (field) {
    case 'depends_on':
      return { from: target, to: item, type: reference.link ?? 'FS', lag: reference.lag, reference };
    case 'provided_by':
      return { from: target, to: item, type: 'FS', lag: undefined, reference };
    case 'blocks':
      // What blocks a milestone that has begun only holds up its end.
      return { from: item, to: target, type: hasStarted(target) ? 'FF' : 'FS', lag: undefined, reference };
    default:
      return undefined;
  }
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
