import type { PlanConfig } from '../config/config.ts';
import type { Configuration } from '../config/configuration.ts';
import type { ValueFiles } from '../metrics/source/value-files.ts';
import type { TypeName } from '../model/registry.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';
import { type PlanParts, planOf } from './assemble.ts';
import { type Cycle, findCycles } from './cycles.ts';
import { inheritOwner } from './inherited.ts';
import { Item, type Link, type Reference } from './item.ts';
import { Lookup } from './lookup.ts';
import { type DocumentMentions, findMentions } from './mentions.ts';
import { outlineOf } from './outline.ts';
import { type Particular, particularDocuments } from './particular.ts';
import { People } from './people.ts';
import type { Program } from './program.ts';
import { relate } from './relations.ts';
import { Scope, scopeProblem } from './scope.ts';

/** What a plan is made of. */
export interface PlanInput {
  /** Every document of the plan, in any order. */
  readonly documents: Iterable<ParsedDocument>;
  readonly configuration: Configuration;
  /** The name of the root folder: names the program of items that have none. */
  readonly rootName: string;
  /**
   * Whether the workspace holds a file of that path, part of the plan or not: for links in prose. Another function
   * wherever files have come or gone, and so the next one.
   */
  readonly hasFile: (path: string) => boolean;
  /** Whether it holds a Markdown file of that name, extension aside: for mentions in double brackets. */
  readonly hasFileNamed: (name: string) => boolean;
  /** The paths of all Markdown files, part of the plan or not, to propose; without it there are none to propose. */
  readonly listFiles?: (() => readonly string[]) | undefined;
  /** The files that metrics have their values in; without it they have those alone that documents say. */
  readonly valueFiles?: ValueFiles | undefined;
  /** Whether files or folders could not be read: what seems to be missing may be there. */
  readonly partial: boolean;
}

/** A whole plan, as its documents say it. A pure function of them, whatever their order; never changes. */
export interface Plan {
  readonly config: PlanConfig;
  readonly configuration: Configuration;
  /** In the order of their paths. */
  readonly documents: readonly ParsedDocument[];
  /** In document order. */
  readonly items: readonly Item[];
  /** The items of a type, in document order. */
  readonly ofType: (type: TypeName) => readonly Item[];
  /** In the order of their ids. */
  readonly programs: readonly Program[];
  readonly lookup: Lookup;
  /** The people that items name. */
  readonly people: People;
  readonly cycles: readonly Cycle[];
  /** Whether a link closes a cycle, and is left out of the network. */
  readonly closesCycle: (link: Link) => boolean;
  /** The references that lead nowhere, or to the wrong item, in document order. */
  readonly faulty: readonly Reference[];
  /** What the prose of each document mentions, by the index of the document. */
  readonly mentions: readonly DocumentMentions[];
  /** Problems that only show when documents meet. */
  readonly problems: ReadonlyMap<ParsedDocument, readonly Problem[]>;
  readonly hasFile: PlanInput['hasFile'];
  readonly hasFileNamed: PlanInput['hasFileNamed'];
  readonly valueFiles: ValueFiles | undefined;
  readonly listFiles: () => readonly string[];
  readonly partial: boolean;
  /** The documents that have something that few have, in order. */
  readonly documentsWith: (particular: Particular) => readonly ParsedDocument[];
  /** The document of that path. */
  readonly documentAt: (path: string) => ParsedDocument | undefined;
  /** The items of a document. */
  readonly itemsOf: (document: ParsedDocument) => readonly Item[];
  /** The workstream that an item belongs to, where a document describes it. */
  readonly workstreamOf: (item: Item) => Item | undefined;
  /** The items of a program or workstream, in document order. */
  readonly membersOf: (item: Item) => readonly Item[];
  /** The links that lead to an item, from what it waits for; dropped items, and links that close cycles, included. */
  readonly linksTo: (item: Item) => readonly Link[];
  /** The links that lead from an item, to what waits for it. */
  readonly linksFrom: (item: Item) => readonly Link[];
  /** Everything that an item refers to, in the order of its fields. */
  readonly referencesFrom: (item: Item) => readonly Reference[];
  /** Every reference to an item. */
  readonly referencesTo: (item: Item) => readonly Reference[];
  /** What it is put together from, for a plan that differs in little. */
  readonly parts: PlanParts;
}

/** How many documents are looked at before a pause is offered. */
const DOCUMENTS_AT_ONCE = 500;

/**
 * Puts documents together to a plan: who belongs where, what refers to what, and where it goes in circles.
 * Pauses, as a generator, so that a host can do something else.
 */
export function* buildPlan({ documents: unsorted, ...input }: PlanInput): Generator<void, Plan> {
  const documents = [...unsorted].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const problems = new Map<ParsedDocument, Problem[]>();
  const scope = new Scope(documents, input.rootName);
  const items: Item[] = [];
  for (const [index, document] of documents.entries()) {
    if (index % DOCUMENTS_AT_ONCE === 0) yield;
    for (const parsed of document.items) {
      const program = scope.programOf(parsed, document, (doubtful, programs) => {
        // Said once in each document.
        if (!problems.has(document)) problems.set(document, [scopeProblem(doubtful, programs)]);
      });
      items.push(new Item(items.length, parsed, document, program, scope.workstreamOf(parsed, document)));
    }
  }
  yield;
  const outline = yield* outlineOf(documents, items, scope);
  yield;
  const lookup = new Lookup(items, outline.names);
  for (const item of items) inheritOwner(item, lookup);
  yield;
  const relations = yield* relate(items, lookup);
  yield;
  const cycles = findCycles(items, (item) => relations.linksFrom[item.index] ?? []);
  yield;
  const particular = particularDocuments(documents);
  yield;
  const people = yield* People.of(items);
  yield;
  const parts = { input, documents, items, outline, lookup, people, relations, cycles, problems, particular, said: {} };
  const mentions = yield* findMentions(planOf({ ...parts, mentions: [] }));
  return planOf({ ...parts, mentions });
}
