import type { FilterName, GraphChoice, Offer } from '../protocol.ts';

/** What every view of a plan has. */
export interface PageView {
  /** Rises with each one, so that what is said of one is never taken for another. */
  readonly drawing: number;
  /** What is shown, and what is left out. */
  readonly summary: string;
  readonly choice: GraphChoice;
  /** What the plan is compared with, while a change to it is reviewed. */
  readonly base?: string | undefined;
  readonly offers: Readonly<Record<FilterName, readonly Offer[]>>;
}

/** An item that is named, and opens on a click. All of its text is only shown as text. */
export interface PageItem {
  /** `n12`. */
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** A risk of a matrix. */
export interface PageRisk extends PageItem {
  readonly score: string;
  /** How its score has moved in four weeks; empty where nobody can say. */
  readonly trend: string;
  readonly owner: string;
  readonly status: string;
  readonly exposure: string;
  readonly affects: readonly PageItem[];
  /** As names of the stylesheet: `critical`, `unmitigated`, `rising`, `falling`. */
  readonly marks: readonly string[];
}

/** The risks of one probability and one impact. */
export interface PageCell {
  /** `Probability high, impact low: score 8`. */
  readonly label: string;
  readonly score: number;
  readonly band: string;
  readonly risks: readonly PageRisk[];
  /** How many more there are than those. */
  readonly more: number;
}

/** A risk matrix, as its page gets it. */
export interface RisksView extends PageView {
  /** The most probable first, with the words of the scale. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly PageCell[] }[];
  /** The words of the scale of impact, the least first. */
  readonly columns: readonly string[];
  /** Every open risk, those that stand nowhere too, the highest score first. */
  readonly list: readonly PageRisk[];
}

/** A decision of the log. */
export interface PageDecision extends PageItem {
  readonly status: string;
  /** `decided 18 Sep`, `due 25 Nov`. */
  readonly date: string;
  readonly owner: string;
  /** `decide by 8 Dec or go-live moves`. */
  readonly moment: string;
  readonly outcome: string;
  readonly blocks: readonly PageItem[];
  readonly supersedes: readonly PageItem[];
  readonly supersededBy: readonly PageItem[];
  readonly marks: readonly string[];
}

/** The decision log, as its page gets it. */
export interface DecisionsView extends PageView {
  readonly open: readonly PageDecision[];
  readonly decided: readonly PageDecision[];
}
