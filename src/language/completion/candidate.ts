import type { Item } from '../../core/plan/item.ts';
import type { CompletionKind } from './completion.ts';

/** A value that could stand at a place, before anybody has looked at how it has to be written there. */
export interface Candidate {
  /** The value itself. */
  readonly value: string;
  readonly kind: CompletionKind;
  readonly label?: string;
  readonly detail?: string;
  readonly description?: string;
  readonly documentation?: string;
  readonly item?: Item;
  /** Other words that it is found by. */
  readonly words?: string;
  /** How it is written where it stands without quotes; else with quotes where YAML needs them. */
  readonly plain?: string;
}

/** Candidates for a place, the best first. */
export interface Candidates {
  readonly list: readonly Candidate[];
  readonly incomplete?: boolean;
}
