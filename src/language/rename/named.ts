import type { Item } from '../../core/plan/item.ts';

/** What can have another name. */
export type Named = NamedItem | NamedProgram | NamedWorkstream | NamedPerson | NamedTag;

/** An item of any type, programs and workstreams among them. */
export interface NamedItem {
  readonly kind: 'item';
  readonly item: Item;
}

/** A program that items say they belong to, and that no document describes. */
export interface NamedProgram {
  readonly kind: 'program';
  readonly id: string;
}

/** A workstream that items of a program say they belong to, and that no document describes. */
export interface NamedWorkstream {
  readonly kind: 'workstream';
  readonly program: string;
  readonly id: string;
}

/** A person, by the name under which fields say the same one. */
export interface NamedPerson {
  readonly kind: 'person';
  readonly name: string;
}

export interface NamedTag {
  readonly kind: 'tag';
  readonly name: string;
}

/** The name that it has. */
export function nameOf(named: Named): string {
  switch (named.kind) {
    case 'item':
      return named.item.id;
    case 'program':
    case 'workstream':
      return named.id;
    case 'person':
    case 'tag':
      return named.name;
  }
}
