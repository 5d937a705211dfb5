import type { CalendarSpec } from '../model/kinds/calendar.ts';
import type { Duration } from '../model/values/duration.ts';
import type { ParseOptions } from '../parse/document.ts';
import type { Range } from '../text/range.ts';
import type { Adapter } from './adapters.ts';
import type { Severity } from './severity.ts';

/** What `milepost.yaml` says, with every default filled in. */
export interface PlanConfig extends ParseOptions {
  /** Glob patterns, relative to the root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly baseline: string | undefined;
  readonly calendar: CalendarSpec;
  /** How much later than promised a date may be forecast before a program turns red. */
  readonly tolerance: Duration;
  /** How long an issue may hold up the critical path before somebody has to be asked to help. */
  readonly escalateAfter: Duration;
  /** Staleness limits by type, and by state where one is given: `started`, `planned`, `accepted`. */
  readonly staleAfter: ReadonlyMap<string, StaleLimit>;
  /** Severities that differ from a rule's own. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly adapters: readonly Adapter[];
}

/** One limit for all items of a type, or one for each state. */
export type StaleLimit = Duration | ReadonlyMap<string, Duration>;

/** Something wrong in `milepost.yaml`; the rest of it holds. */
export interface ConfigProblem {
  readonly message: string;
  readonly range: Range;
  readonly suggestion?: string;
}

/** The configuration of a plan that has none. */
export const DEFAULT_CONFIG: PlanConfig = {
  include: ['**/*.md'],
  exclude: [],
  baseline: undefined,
  calendar: {},
  tolerance: { amount: 3, unit: 'd' },
  escalateAfter: { amount: 5, unit: 'd' },
  staleAfter: new Map(),
  rules: new Map(),
  statusWords: new Map(),
  ownFields: new Map(),
  adapters: [],
};
