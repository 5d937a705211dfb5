import type { ParsedDocument } from '../parse/document.ts';
import { planOf } from './assemble.ts';
import { findCyclesAgain } from './cycles-again.ts';
import { fits } from './fits.ts';
import { inheritOwner } from './inherited.ts';
import { Item } from './item.ts';
import { findMentionsAgain } from './mentions.ts';
import { neighboursOf } from './neighbours.ts';
import { particularAgain } from './particular.ts';
import type { Plan, PlanInput } from './plan.ts';
import { relateAgain } from './relate-again.ts';
import { bodySaysTheSame, documentSaysTheSame } from './says-the-same.ts';

/** A plan that differs from an earlier one in little. */
export interface PatchedPlan {
  readonly plan: Plan;
  /** The indexes of the documents that are new. */
  readonly documents: readonly number[];
  /** The indexes of the items that are new, and of all that are, or were, neighbours of one. */
  readonly items: ReadonlySet<number>;
  /** The indexes of the items that are new, and of all whose references or links, in either direction, are. */
  readonly touched: ReadonlySet<number>;
}

/** A change of more documents is no keystroke: then it is better to build the plan in slices than to do this at once. */
const MOST_DOCUMENTS = 20;

/** The same holds where more items refer to those that have changed. */
const MOST_WRITERS = 2000;

/**
 * The plan of documents that differ in little from those of an earlier plan: exactly what `buildPlan` would make of
 * them, but what is the same is taken over. Undefined where they differ in more than in what items say: where files or
 * items come, go or have other names. The earlier plan stays as it is, and the new one does not hold on to it.
 */
export function patchPlan(earlier: Plan, { documents: given, ...input }: PlanInput): PatchedPlan | undefined {
  if (!isSame(input, earlier.parts.input) || earlier.lookup.hasGivenUp) return undefined;
  const documents = [...given];
  const changed = changedDocuments(earlier.documents, documents);
  if (!changed?.every((index) => fits(documents[index] as ParsedDocument, index, earlier))) return undefined;
  const { items, fresh } = itemsAgain(earlier, documents, changed);
  const lookup = earlier.lookup.among(items);
  for (const index of fresh) inheritOwner(items[index] as Item, lookup);
  const writers = new Set(fresh);
  for (const index of fresh) {
    for (const { from } of earlier.referencesTo(items[index] as Item)) writers.add(from.index);
  }
  if (writers.size > MOST_WRITERS) return undefined;
  const { relations, touched } = relateAgain(earlier.parts.relations, items, lookup, fresh, writers);
  const cycles = findCyclesAgain(earlier, items, relations, writers);
  const isProse =
    changed.every((index) =>
      documentSaysTheSame(documents[index] as ParsedDocument, earlier.documents[index] as ParsedDocument),
    ) && [...fresh].every((index) => bodySaysTheSame(items[index] as Item, earlier.items[index] as Item));
  const said = isProse ? earlier.parts.said : {};
  const particular = particularAgain(earlier.parts.particular, documents, changed);
  const people = earlier.people.again(earlier.items, items, fresh);
  const parts = { ...earlier.parts, documents, items, lookup, people, relations, cycles, particular, said };
  const mentions = findMentionsAgain(earlier.mentions, planOf(parts), changed);
  const plan = planOf({ ...parts, mentions });
  return { plan, documents: changed, items: neighboursOf(fresh, earlier, plan), touched };
}

function isSame<T extends object>(a: T, b: T): boolean {
  return ([...Object.keys(a), ...Object.keys(b)] as (keyof T)[]).every((key) => a[key] === b[key]);
}

/** The indexes of the documents that are others now; undefined where their paths differ, or too many of them. */
function changedDocuments(
  before: readonly ParsedDocument[],
  now: readonly ParsedDocument[],
): readonly number[] | undefined {
  if (before.length !== now.length) return undefined;
  const changed: number[] = [];
  for (let index = 0; index < now.length; index++) {
    if (now[index] === before[index]) continue;
    if (now[index]?.path !== before[index]?.path || changed.length === MOST_DOCUMENTS) return undefined;
    changed.push(index);
  }
  return changed;
}

/** All items, with those of changed documents made anew, and which these are. */
function itemsAgain(
  { items: before, parts }: Plan,
  documents: readonly ParsedDocument[],
  changed: readonly number[],
): { readonly items: readonly Item[]; readonly fresh: ReadonlySet<number> } {
  const items = before.slice();
  const fresh = new Set<number>();
  for (const index of changed) {
    const document = documents[index] as ParsedDocument;
    for (const [i, parsed] of document.items.entries()) {
      const place = (parts.outline.starts[index] as number) + i;
      const { program, workstream } = items[place] as Item;
      items[place] = new Item(place, parsed, document, program, workstream);
      fresh.add(place);
    }
  }
  return { items, fresh };
}
