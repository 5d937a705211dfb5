import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';

/** What sort of thing is proposed: an editor has a picture for each. */
export type CompletionKind =
  | 'field'
  | 'collection'
  | 'type'
  | 'status'
  | 'word'
  | 'item'
  | 'person'
  | 'tag'
  | 'date'
  | 'duration'
  | 'rule'
  | 'view'
  | 'snippet';

/** Something that could be written at a place. All but the text that is inserted is plain text, and nothing in it is markup. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words right beside the label: a title, what a date is. */
  readonly detail?: string;
  /** A few words at the end of its line: owner, dates, state. */
  readonly description?: string;
  /** What it means, as Markdown in which text of documents is no markup. */
  readonly documentation?: string;
  /** The item that it names, whose card is made only when somebody looks at it. */
  readonly item?: Item;
  /** What is compared with what has been typed. */
  readonly filter: string;
  /** What it replaces, on one line. The cursor is in it, or at its end. */
  readonly range: Range;
  /** What takes its place: with tab stops, where it is a snippet. */
  readonly text: string;
  readonly isSnippet: boolean;
  /** Whether what comes next can be proposed as well. */
  readonly asksAgain: boolean;
}

/** What could be written at a place, the best first. */
export interface Completions {
  readonly list: readonly Completion[];
  /** Whether there is more, so that it has to be asked for again when more has been typed. */
  readonly incomplete: boolean;
}
