import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import type { FieldReference } from '../parse/written-references.ts';
import { quoted } from '../text/visible.ts';
import type { Item, Link, Reference, ReferenceFault } from './item.ts';
import type { Lookup } from './lookup.ts';

const NONE: readonly Reference[] = [];

/** Everything that an item refers to, looked up. Names of programs and workstreams count where they mean something. */
export function referencesOf(item: Item, lookup: Lookup): readonly Reference[] {
  const { references } = item.parsed;
  if (references.length === 0) return NONE;
  const found: Reference[] = [];
  for (const reference of references) {
    const looked = lookUp(item, reference, lookup);
    if (looked) found.push(looked);
  }
  return found;
}

function lookUp(from: Item, { field, written }: FieldReference, lookup: Lookup): Reference | undefined {
  if (field === 'program') return programReference(from, written, lookup);
  if (field === 'workstream') return workstreamReference(from, written, lookup);
  const types = from.type.fields[field]?.refersTo ?? ANY;
  const { target, fault } = lookup.find(written.name, from.program, types);
  const { link, lag } = written as Partial<WrittenDependency>;
  return { from, field, written, target, fault, link, lag };
}

const ANY = ['any'];

/** Nobody has to write a document before using the name of a program: only one that was probably misspelt is a fault. */
function programReference(from: Item, written: WrittenReference, lookup: Lookup): Reference | undefined {
  const target = lookup.program(written.name.id);
  if (target || from.type.name === 'program') return target && scopeReference(from, 'program', written, target);
  const near = lookup.nearestProgram(written.name.id);
  return near === undefined ? undefined : scopeReference(from, 'program', written, undefined, near);
}

/** The same holds for workstreams. */
function workstreamReference(from: Item, written: WrittenReference, lookup: Lookup): Reference | undefined {
  const target = lookup.member(from.program, written.name.id);
  if (target?.type.name === 'workstream') return scopeReference(from, 'workstream', written, target);
  const near = lookup.nearestWorkstream(from.program, written.name.id);
  return near === undefined ? undefined : scopeReference(from, 'workstream', written, undefined, near);
}

function scopeReference(
  from: Item,
  field: 'program' | 'workstream',
  written: WrittenReference,
  target: Item | undefined,
  near?: string,
): Reference {
  const fault: ReferenceFault | undefined =
    near === undefined
      ? undefined
      : {
          kind: 'unknown',
          message: `there is no ${field} ${quoted(written.text)}: did you mean ${near}?`,
          suggestion: near,
        };
  return { from, field, written, target, fault, link: undefined, lag: undefined };
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
