import { endOf, type Minutes, type WorkingDays } from './reference-calendar.ts';
import type { Day, Length, ReferenceItem, ReferenceProgram } from './reference-plan.ts';

/** A link of the network: a dependency, what an item blocks, or what a dependency is provided by. */
export interface Link {
  readonly from: Node;
  readonly to: Node;
  readonly type: 'FS' | 'SS' | 'FF' | 'SF';
  readonly lag: Length;
}

/** An item of the network, with what is forecast of it. */
export interface Node {
  readonly item: ReferenceItem;
  readonly key: string;
  readonly program: ReferenceProgram;
  readonly calendar: WorkingDays;
  readonly open: boolean;
  readonly started: boolean;
  /** Nothing says how long it takes. */
  readonly event: boolean;
  readonly duration: Minutes;
  /** What is left to do: the duration, or of a started item with progress what remains of it. */
  readonly remaining: Minutes;
  readonly into: Link[];
  readonly outOf: Link[];
  es: Minutes;
  ef: Minutes;
  /** Where links and limits put it, before the owner's own forecast and windows move it. */
  natural?: { readonly es: Minutes; readonly ef: Minutes };
  /** The owner's own forecast, where it counts. */
  expected?: Minutes | undefined;
  /** The day in a window to which it moved. */
  window?: Day | undefined;
}

/** The date of an event: what it is forecast for, until something pushes it. */
export function dateOf({ item, into }: Node): Day | undefined {
  switch (item.kind) {
    case 'milestone':
      return item.expected ?? item.due;
    case 'decision':
    case 'action':
      return item.closed ?? item.due;
    case 'issue':
      return item.closed ?? item.expected ?? item.due;
    case 'dependency':
      // Who provides it says when, through a link.
      return item.closed ?? (into.length > 0 ? undefined : (item.promised ?? item.neededBy));
  }
}

/** What the owner expects, unless it is past, or before what the links allow. */
export function expectedOf({ item, calendar }: Node, today: Day, allowed: Minutes): Minutes | undefined {
  if (item.expected === undefined || item.expected < today) return undefined;
  const at = endOf(calendar, item.expected);
  return at < allowed ? undefined : at;
}
