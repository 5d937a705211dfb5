import {
  calendar,
  choice,
  endDate,
  factDate,
  interval,
  links,
  listOf,
  mute,
  person,
  reference,
  text,
} from './fields.ts';
import type { ForecastRole } from './forecast-role.ts';
import { type FieldSpec, field } from './kind.ts';
import type { StaleState } from './stale-state.ts';

/** The statuses of a type. The first open one is that of an item which says none. */
export interface Statuses {
  readonly open: readonly [string, ...string[]];
  readonly closed: readonly string[];
  /** How the type ends well; what `done`, `complete` and `shipped` are read as. A decision has no such word. */
  readonly good?: string;
  /** Ends in which the item is no longer part of the plan. */
  readonly dropped: readonly string[];
  /** Where a closing date closes an item that says no status. */
  readonly byDate: string;
}

/** What a type of item is: everything that the parser, the rules, the tree and the schemas know about it. */
export interface ItemType<Name extends string = string, F extends Fields = Fields> {
  readonly name: Name;
  /** The key under which a document holds a collection of it; a program is never held. */
  readonly plural: string;
  readonly collection: boolean;
  /** Whether a document of one can hold collections of others. */
  readonly holdsItems?: true;
  /** A VS Code product icon. */
  readonly icon: string;
  /** How it is drawn in the graph, so that types are told apart without colour. */
  readonly shape: ShapeName;
  /** What it is to an editor among the symbols of code, such as come near. */
  readonly symbol: SymbolName;
  /** One sentence for documentation, completion and hovers. */
  readonly doc: string;
  readonly statuses: Statuses;
  /** The field that says when the item was closed; `completed` is read as it in every type. */
  readonly closedOn: string;
  /** The field that says by when it must be closed. */
  readonly dueField?: 'due' | 'target' | 'promised';
  /** How it takes part in the forecast; a type without is not forecast. */
  readonly forecast?: ForecastRole;
  /** When it is stale; without any, never. */
  readonly stale: readonly StaleState[];
  /** What people number its items with, as in `R-7`; a type without is named by titles. */
  readonly prefix?: string;
  /** What the prose of one is there to say, as a new one asks its author. */
  readonly question: string;
  /** The fields of its own that a new one is written with, and values that raise no question by themselves. */
  readonly begin: (known: NewFields) => readonly NewField[];
  readonly fields: F;
}

/** Outlines of a node. */
export type ShapeName = 'box' | 'hexagon' | 'leaning' | 'flag' | 'trapezoid' | 'round' | 'stadium' | 'subroutine';

/** Kinds of symbols that editors have icons for. */
export type SymbolName =
  | 'Package'
  | 'Namespace'
  | 'Event'
  | 'Interface'
  | 'Enum'
  | 'Variable'
  | 'Constant'
  | 'Function'
  | 'Key'
  | 'Number'
  | 'Object'
  | 'String'
  | 'Property';

/** What is known of an item that does not exist yet: days as the format writes them. */
export interface NewFields {
  readonly due: string | undefined;
  readonly from: string | undefined;
  readonly today: string;
}

/** A field of a new item; one without a value is not written. */
export type NewField = readonly [name: string, value: string | undefined];

export type Fields = Readonly<Record<string, FieldSpec<unknown>>>;

/** The fields of every item. `type`, `id` and `status` are read by rules of their own, and stand here for their text. */
export const COMMON_FIELDS = {
  title: field(text, 'What it is called; without it the first heading of the document.'),
  owner: field(person, 'Who answers for it. Without one, the owner of its workstream.'),
  program: field(reference, 'The program it belongs to, where its folder does not say.'),
  workstream: field(reference, 'The workstream it belongs to.'),
  phase: field(text, 'The phase of the program it falls into.'),
  priority: field(text, 'How important it is, in your own words.'),
  tags: field(listOf(text), 'Words to find it by.'),
  created: field(factDate, 'When it was written down.'),
  updated: field(factDate, 'When somebody last looked at it and found it true.'),
  review_every: field(interval, 'How often it must be looked at; beyond that it is stale.'),
  review_by: field(endDate, 'When it must be looked at next.'),
  note: field(text, 'The latest word on it, in one line.'),
  description: field(text, 'What it is about.'),
  links: field(links, 'URLs, or names with URLs.'),
  relates_to: field(listOf(reference), 'Items it has to do with, without an order in time.', ['any']),
  completed: field(factDate, 'The day on which it was closed.'),
  mute: field(mute, 'Findings that are known, and until when they stay silent.'),
} as const;

/** The fields that programs, workstreams and milestones share. */
export const STEERED_FIELDS = {
  health: field(choice('green', 'amber', 'red'), 'How its owner says it stands.'),
  path_to_green: field(text, 'What will be done to bring it back to green.'),
  calendar: field(calendar, 'Its working days, holidays and freezes, over those of its program.'),
} as const;

/** A type with exactly the fields it declares, so that their values can be typed. */
export function itemType<const Name extends string, F extends Fields>(type: ItemType<Name, F>): ItemType<Name, F> {
  return type;
}
