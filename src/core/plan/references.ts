import type { WrittenDependency, WrittenReference } from '../model/kinds/reference.ts';
import type { Day } from '../model/values/day.ts';
import type { TaskBox } from '../parse/body/facts.ts';
import type { ParsedItem } from '../parse/document.ts';
import type { FieldReference } from '../parse/written-references.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { withArticle } from '../text/words.ts';
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
  if (field === 'program') {
    const found = findProgram(written, lookup);
    return scopeReference(from, field, written, from.type.name === 'program' ? { ...found, fault: undefined } : found);
  }
  if (field === 'workstream')
    return scopeReference(from, field, written, findWorkstream(written, from.program, lookup));
  const types = from.type.fields[field]?.refersTo ?? ANY;
  const found = lookup.find(written.name, from.program, types);
  // Records name each other in ways of their own.
  const record = found.target || !from.document.convention ? undefined : lookup.recordNear(written.name, from);
  const { target, fault } = record ? { target: record, fault: undefined } : found;
  const { link, lag } = written as Partial<WrittenDependency>;
  return { from, field, written, target, fault, link, lag };
}

const ANY = ['any'];

/** The program or workstream that a name means; neither target nor fault where no document says anything of it. */
type ScopeFound = Pick<Reference, 'target' | 'fault'>;

function scopeReference(
  from: Item,
  field: 'program' | 'workstream',
  written: WrittenReference,
  found: ScopeFound,
): Reference | undefined {
  return found.target || found.fault ? { from, field, written, ...found, link: undefined, lag: undefined } : undefined;
}

/** Nobody has to write a document before using the name of a program: only one that was probably misspelt is a fault. */
export function findProgram({ name, text }: WrittenReference, lookup: Lookup): ScopeFound {
  const target = lookup.program(name.id);
  return { target, fault: target ? undefined : misspelt('program', text, lookup.nearestProgram(name.id)) };
}

/** The same holds for workstreams, which are those of the item's own program. */
export function findWorkstream({ name, text }: WrittenReference, program: string, lookup: Lookup): ScopeFound {
  if (name.program !== undefined && name.program !== program) {
    const message = `${quoted(text)} is of another program: write the id of a workstream of ${program}`;
    return { target: undefined, fault: { kind: 'unknown', message } };
  }
  const target = lookup.member(program, name.id);
  if (!target) {
    return { target, fault: misspelt('workstream', text, lookup.nearestWorkstream(program, name.id)) };
  }
  if (target.type.name === 'workstream') return { target, fault: undefined };
  const message = `${quoted(target.id)} is ${withArticle(target.type.name)}, and a workstream belongs here`;
  return { target, fault: { kind: 'wrong-type', message } };
}

function misspelt(field: string, text: string, near: string | undefined): ReferenceFault | undefined {
  if (near === undefined) return undefined;
  const message = `there is no ${field} ${quoted(text)}: did you mean ${near}?`;
  return { kind: 'unknown', message, suggestion: near };
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
    case 'for':
      // What is reviewed is not done before the review is, whenever it began.
      return { from: item, to: target, type: 'FF', lag: undefined, reference };
    case 'needs':
      return { from: target, to: item, type: 'FS', lag: undefined, reference };
    default:
      return undefined;
  }
}

/** Since when an item that takes time is under way, as it says. */
export function begunOn({ type, values, status }: Item): Day | undefined {
  const work = type.forecast?.work;
  return work && status !== work.again ? values[work.begun] : undefined;
}

/** Whether work on an item has begun: it says so, or it has progress. `at-risk` and `blocked` alone do not. */
export function hasStarted(item: Item): boolean {
  const { progress } = item.values;
  if (begunOn(item) !== undefined || item.status === (item.type.forecast?.work?.underWay ?? 'in-progress')) return true;
  if (progress === 'checklist') return tickedBoxes(item) > 0;
  return typeof progress === 'number' && progress > 0;
}

/** How many boxes of an item's prose are ticked. */
export function tickedBoxes(item: Item): number {
  return checklistOf(item).ticked;
}

/** The task boxes in an item's prose. */
export function boxesOf(item: Item): readonly TaskBox[] {
  return checklistOf(item).boxes;
}

interface Checklist {
  readonly boxes: readonly TaskBox[];
  readonly ticked: number;
}

/** By prose, which entries of one id share. Thousands of issues may block one milestone, and each asks whether it has begun. */
const checklists = new WeakMap<ParsedItem['prose'], Checklist>();

function checklistOf({ parsed, document }: Item): Checklist {
  let checklist = checklists.get(parsed.prose);
  if (!checklist) {
    const boxes = parsed.prose.flatMap((section) => boxesIn(section, document.body.boxes));
    checklist = { boxes, ticked: boxes.filter((box) => box.checked).length };
    checklists.set(parsed.prose, checklist);
  }
  return checklist;
}

/** The boxes that stand in a range, of those of a document, which are in order. */
function boxesIn({ start, end }: Range, boxes: readonly TaskBox[]): readonly TaskBox[] {
  const firstFrom = (offset: number): number => {
    let low = 0;
    let high = boxes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((boxes[middle] as TaskBox).range.start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return boxes.slice(firstFrom(start), firstFrom(end));
}
