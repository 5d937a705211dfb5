import type { Severity } from '../config/severity.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Range } from '../text/range.ts';
import type { Source } from '../text/source.ts';

/** Something that a person should act on, at the exact characters that cause it. */
export interface Finding {
  /** The code of its rule. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what was found, and what would be right. */
  readonly message: string;
  readonly source: Source;
  readonly range: Range;
  /** The item that it is about; none where a document as a whole is. */
  readonly item: Item | undefined;
  /** What belongs to the same cause. */
  readonly related: readonly Related[];
  /** What probably was meant, where it is a word: replaces the range. */
  readonly suggestion: string | undefined;
}

/** A place that has to do with a finding. */
export interface Related {
  readonly message: string;
  readonly source: Source;
  readonly range: Range;
}

/** A finding that somebody knows of, and that is silent until a day. */
export interface MutedFinding {
  readonly finding: Finding;
  readonly until: Day;
}

/** How many places belong to a finding at most: a cause with thousands of consequences is still one finding. */
export const MOST_RELATED = 20;
