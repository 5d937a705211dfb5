import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from './item.ts';
import { Names } from './names.ts';
import type { Scope } from './scope.ts';

/**
 * Where the items of a plan stand and what they are called. It knows items by their indexes only, so it holds for
 * every plan whose documents have the same items under the same names, whatever else they say: as long as somebody
 * edits titles, dates and prose.
 */
export interface Outline {
  readonly scope: Scope;
  readonly names: Names;
  /** The index of each document by its path. */
  readonly documents: ReadonlyMap<string, number>;
  /** The index of the first item of each document, by the index of the document; and the end of the last. */
  readonly starts: Int32Array;
  /** The items of each type. */
  readonly byType: ReadonlyMap<string, readonly number[]>;
  readonly programs: readonly ProgramOutline[];
}

/** A program; one that no document describes has no item. */
export interface ProgramOutline {
  readonly id: string;
  readonly item: number | undefined;
  /** Its items, its own not among them. */
  readonly items: readonly number[];
}

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 500;

/** Finds out where items stand. `items` are in the order of the documents. */
export function* outlineOf(
  documents: readonly ParsedDocument[],
  items: readonly Item[],
  scope: Scope,
): Generator<void, Outline> {
  const names = new Names();
  const byType = new Map<string, number[]>();
  const programs = new Map<string, number[]>();
  for (const item of items) {
    if (item.index % ITEMS_AT_ONCE === 0) yield;
    names.add(item);
    group(byType, item.type.name).push(item.index);
    const members = group(programs, item.program);
    if (item.type.name !== 'program') members.push(item.index);
  }
  yield;
  const starts = new Int32Array(documents.length + 1);
  for (const [index, document] of documents.entries()) {
    starts[index + 1] = (starts[index] as number) + document.items.length;
  }
  yield;
  return {
    scope,
    names,
    documents: new Map(documents.map((document, index) => [document.path, index])),
    starts,
    byType,
    programs: [...programs]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, members]) => ({ id, item: names.program(id), items: members })),
  };
}

function group<T>(groups: Map<string, T[]>, key: string): T[] {
  let found = groups.get(key);
  if (!found) {
    found = [];
    groups.set(key, found);
  }
  return found;
}
