/** The history of an item, as its page gets it. Days are counted from 1970-01-01; all of its text is only shown as text. */
export interface HistoryView {
  /** Rises with each view: what a page says of an earlier one does not count. */
  readonly drawing: number;
  /** What was asked about: the page keeps it over a reload of the window. */
  readonly asked: { readonly plan: string; readonly key: string };
  readonly title: string;
  readonly name: string;
  readonly verdict: string;
  /** What is missing of it; empty where nothing is. */
  readonly missing: string;
  readonly today: number;
  readonly steps: readonly PageStep[];
  readonly forecast: number | undefined;
  readonly closed: number | undefined;
  readonly baseline: { readonly name: string; readonly finish: number; readonly asOf: number } | undefined;
  readonly rows: readonly PageChange[];
}

/** A due date, from a day on; none where it was taken away. */
export interface PageStep {
  readonly on: number;
  readonly due: number | undefined;
  readonly text: string;
}

/** A line of the table. */
export interface PageChange {
  readonly when: string;
  readonly what: string;
  readonly moved: string;
  readonly isLater: boolean;
  readonly by: string;
  readonly commit: string;
  readonly why: string;
}
