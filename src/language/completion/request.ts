import type { Finding } from '../../core/rules/finding.ts';
import type { PlanNow } from '../request.ts';

/** Where completion is asked for. The text may be newer than the plan, and no part of it yet. */
export interface CompletionRequest extends PlanNow {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
  readonly text: string;
  /** A UTF-16 offset in the text. */
  readonly offset: number;
  /** Whether a person has asked for it, and not merely typed. */
  readonly explicit: boolean;
  /** What is known to be wrong: the rules that somebody may want to silence. */
  readonly findings: readonly Finding[];
}
