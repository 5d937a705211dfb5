/**
 * A plan as plain data, for the reference that the engine is compared with: nothing of it is parsed, and it shares no
 * code with the engine. `reference-markdown.ts` writes it as the documents that the engine reads.
 */
export interface ReferencePlan {
  readonly today: Day;
  readonly calendar?: ReferenceCalendar | undefined;
  readonly programs: readonly ReferenceProgram[];
  readonly items: readonly ReferenceItem[];
}

/** Days since 1970-01-01. */
export type Day = number;

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** What is written of a calendar; what is not, comes from the one below. */
export interface ReferenceCalendar {
  /** Monday 0 to Sunday 6. */
  readonly workdays?: readonly number[] | undefined;
  readonly holidays?: readonly Span[] | undefined;
  readonly freezes?: readonly (Span & { readonly tag: string })[] | undefined;
}

export interface ReferenceProgram {
  readonly id: string;
  readonly start?: Day | undefined;
  readonly target?: Day | undefined;
  /** The id of one of its milestones. */
  readonly goal?: string | undefined;
  readonly calendar?: ReferenceCalendar | undefined;
  readonly workstreams: readonly { readonly id: string; readonly calendar?: ReferenceCalendar | undefined }[];
}

export type Kind = 'milestone' | 'decision' | 'dependency' | 'action' | 'issue';

/** A length as written: `d` and `w` are working time, `ed` and `ew` elapsed. */
export interface Length {
  readonly amount: number;
  readonly unit: 'd' | 'w' | 'ed' | 'ew';
}

export interface ReferenceLink {
  /** `program/id` of what is waited for. */
  readonly on: string;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lag: Length;
}

export interface ReferenceItem {
  readonly kind: Kind;
  readonly id: string;
  readonly program: string;
  readonly workstream?: string | undefined;
  readonly tag?: string | undefined;
  readonly status?: string | undefined;
  readonly start?: Day | undefined;
  readonly due?: Day | undefined;
  readonly firm?: boolean | undefined;
  readonly expected?: Day | undefined;
  readonly started?: Day | undefined;
  /** Written under the name that its type has for it: `completed`, `date`, `delivered`, `done`, `resolved`. */
  readonly closed?: Day | undefined;
  readonly updated?: Day | undefined;
  readonly promised?: Day | undefined;
  readonly neededBy?: Day | undefined;
  /** `program/id`. */
  readonly providedBy?: string | undefined;
  readonly duration?: Length | undefined;
  /** Written as the likely one of three points instead of a duration. */
  readonly estimated?: boolean | undefined;
  /** A percentage. */
  readonly progress?: number | undefined;
  readonly dependsOn?: readonly ReferenceLink[] | undefined;
  /** `program/id` of milestones. */
  readonly blocks?: readonly string[] | undefined;
  readonly windows?: readonly Span[] | undefined;
}

export const keyOf = (item: Pick<ReferenceItem, 'program' | 'id'>): string => `${item.program}/${item.id}`;

export const written = (day: Day): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const dayOf = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

const CLOSED: Readonly<Record<Kind, readonly string[]>> = {
  milestone: ['done', 'cancelled'],
  decision: ['accepted', 'rejected', 'deprecated', 'superseded'],
  dependency: ['delivered'],
  action: ['done', 'cancelled'],
  issue: ['resolved'],
};

/** Left out of the network: cancelled, or a decision that came to nothing. */
export const isDropped = ({ status = '' }: ReferenceItem): boolean =>
  ['cancelled', 'rejected', 'deprecated', 'superseded'].includes(status);

/** Where `status` is not written, a closing date closes the item; where both are, the status decides. */
export const isOpen = ({ kind, status, closed }: ReferenceItem): boolean =>
  status === undefined ? closed === undefined : !CLOSED[kind].includes(status);

/** By when an item has to be finished: of a dependency, by when it was promised. */
export const dueOf = ({ kind, due, promised }: ReferenceItem): Day | undefined =>
  kind === 'dependency' ? promised : due;
