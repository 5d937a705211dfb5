import type { PlanConfig } from '../config/config.ts';
import type { Configuration } from '../config/configuration.ts';
import type { TypeName } from '../model/registry.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';
import { type Cycle, findCycles } from './cycles.ts';
import { Item, type Link, type Reference } from './item.ts';
import { Lookup } from './lookup.ts';
import { Names } from './names.ts';
import type { Program } from './program.ts';
import { relate } from './relations.ts';
import { Scope } from './scope.ts';

/** What a plan is made of. */
export interface PlanInput {
  /** Every document of the plan, in any order. */
  readonly documents: Iterable<ParsedDocument>;
  readonly configuration: Configuration;
  /** The name of the root folder: names the program of items that have none. */
  readonly rootName: string;
  /** Whether the workspace holds a file of that path, part of the plan or not: for links in prose. */
  readonly hasFile: (path: string) => boolean;
  /** Whether it holds a Markdown file of that name, extension aside: for mentions in double brackets. */
  readonly hasFileNamed: (name: string) => boolean;
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
  readonly cycles: readonly Cycle[];
  /** Whether a link closes a cycle, and is left out of the network. */
  readonly closesCycle: (link: Link) => boolean;
  /** Problems that only show when documents meet. */
  readonly problems: ReadonlyMap<ParsedDocument, readonly Problem[]>;
  readonly hasFile: PlanInput['hasFile'];
  readonly hasFileNamed: PlanInput['hasFileNamed'];
  readonly partial: boolean;
  /** The document of that path. */
  readonly documentAt: (path: string) => ParsedDocument | undefined;
  /** The items of a document. */
  readonly itemsOf: (document: ParsedDocument) => readonly Item[];
  /** The links that lead to an item, from what it waits for; dropped items, and links that close cycles, included. */
  readonly linksTo: (item: Item) => readonly Link[];
  /** The links that lead from an item, to what waits for it. */
  readonly linksFrom: (item: Item) => readonly Link[];
  /** Everything that an item refers to, in the order of its fields. */
  readonly referencesFrom: (item: Item) => readonly Reference[];
  /** Every reference to an item. */
  readonly referencesTo: (item: Item) => readonly Reference[];
}

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 500;

/**
 * Puts documents together to a plan: who belongs where, what refers to what, and where it goes in circles.
 * Pauses, as a generator, so that a host can do something else.
 */
export function* buildPlan(input: PlanInput): Generator<void, Plan> {
  const documents = [...input.documents].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const problems = new Map<ParsedDocument, Problem[]>();
  const scope = new Scope(documents, input.rootName, (document, problem) => {
    problems.set(document, [...(problems.get(document) ?? []), problem]);
  });
  const items: Item[] = [];
  const byType = new Map<string, Item[]>();
  for (const [index, document] of documents.entries()) {
    if (index % ITEMS_AT_ONCE === 0) yield;
    for (const parsed of document.items) {
      const program = scope.programOf(parsed, document);
      const item = new Item(items.length, parsed, document, program, scope.workstreamOf(parsed, document));
      items.push(item);
      const same = byType.get(item.type.name);
      if (same) same.push(item);
      else byType.set(item.type.name, [item]);
    }
  }
  yield;
  const names = new Names();
  for (const item of items) {
    if (item.index % ITEMS_AT_ONCE === 0) yield;
    names.add(item);
  }
  yield;
  const lookup = new Lookup(items, names);
  for (const item of items) inheritOwner(item, lookup);
  yield;
  const relations = yield* relate(items, lookup);
  yield;
  const cycles = findCycles(items, relations.linksFrom);
  const closing = new Set(cycles.map((cycle) => cycle.closing));
  yield;
  // Asked for few documents only, and often for none.
  const byPath = once(() => new Map(documents.map((document) => [document.path, document])));
  const byDocument = once(() => groupByDocument(items));
  return {
    config: input.configuration.config,
    configuration: input.configuration,
    documents,
    items,
    programs: programsOf(items, lookup),
    lookup,
    cycles,
    closesCycle: (link) => closing.has(link),
    problems,
    hasFile: input.hasFile,
    hasFileNamed: input.hasFileNamed,
    partial: input.partial,
    documentAt: (path) => byPath().get(path),
    itemsOf: (document) => byDocument().get(document) ?? [],
    ofType: (type) => byType.get(type) ?? [],
    linksTo: relations.linksTo,
    linksFrom: relations.linksFrom,
    referencesFrom: relations.referencesFrom,
    referencesTo: relations.referencesTo,
  };
}

function groupByDocument(items: readonly Item[]): ReadonlyMap<ParsedDocument, readonly Item[]> {
  const groups = new Map<ParsedDocument, Item[]>();
  for (const item of items) {
    const group = groups.get(item.document);
    if (group) group.push(item);
    else groups.set(item.document, [item]);
  }
  return groups;
}

/** A value that is made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function inheritOwner(item: Item, lookup: Lookup): void {
  if (item.owner || item.workstream === undefined) return;
  const workstream = lookup.member(item.program, item.workstream);
  if (workstream?.type.name === 'workstream') item.owner = workstream.values.owner;
}

function programsOf(items: readonly Item[], lookup: Lookup): Program[] {
  const members = new Map<string, Item[]>();
  for (const item of items) {
    const list = members.get(item.program) ?? [];
    if (list.length === 0) members.set(item.program, list);
    if (item.type.name !== 'program') list.push(item);
  }
  return [...members.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, list]) => ({ id, item: lookup.program(id), items: list }));
}
