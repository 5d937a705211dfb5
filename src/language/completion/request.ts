import type { Finding } from '../../core/rules/finding.ts';
import type { TextNow } from '../request.ts';

/** Where completion is asked for. */
export interface CompletionRequest extends TextNow {
  /** Whether a person has asked for it, and not merely typed. */
  readonly explicit: boolean;
  /** What is known to be wrong: the rules that somebody may want to silence. */
  readonly findings: readonly Finding[];
}
