import type { PageItem, PageView } from '../lists/data.ts';

/** The first few of many, and how many more there are. */
export interface PageShortlist<T> {
  readonly shown: readonly T[];
  readonly more: number;
  /** What is bad of those: `2 of them late`. */
  readonly worse?: string | undefined;
}

/** The colour of a health, which is also its word. */
export type PageHealth = 'green' | 'amber' | 'red';

/** How a program stands. All of its text is only shown as text. */
export interface PageProgram {
  /** Undefined where no document describes it. */
  readonly item: PageItem | undefined;
  readonly title: string;
  readonly value: PageHealth;
  /** What its owner says of it; empty where that is the same. */
  readonly said: string;
  readonly finish:
    | {
        readonly item: PageItem;
        readonly day: string;
        readonly detail: string;
        readonly isLate: boolean;
        readonly before: string;
      }
    | undefined;
  readonly reasons: PageShortlist<{
    readonly item: PageItem;
    readonly value: PageHealth;
    readonly detail: string;
    readonly root: PageItem | undefined;
  }>;
  readonly pathToGreen: string;
  readonly workstreams: PageShortlist<{
    readonly item: PageItem | undefined;
    readonly title: string;
    readonly value: PageHealth;
  }>;
  readonly milestones: { readonly done: number; readonly all: number };
}

export interface PageAsk {
  readonly item: PageItem;
  readonly act: string;
  readonly when: string;
  readonly isOverdue: boolean;
  readonly of: string;
  readonly moves: { readonly item: PageItem; readonly after: string } | undefined;
}

export interface PageEscalation {
  readonly item: PageItem;
  readonly to: string;
  readonly when: string;
  readonly isOverdue: boolean;
  readonly detail: string;
}

export interface PageMove {
  readonly item: PageItem | undefined;
  readonly far: string;
  readonly isLater: boolean;
  readonly detail: string;
  readonly effect:
    | { readonly item: PageItem; readonly far: string; readonly isLater: boolean; readonly detail: string }
    | undefined;
}

export interface PageTopRisk {
  readonly item: PageItem;
  readonly score: number | undefined;
  readonly band: 'low' | 'medium' | 'high';
  readonly trend: string;
  readonly isRising: boolean;
  readonly detail: string;
  readonly threatens: PageItem | undefined;
}

export interface PageMilestone {
  readonly item: PageItem;
  readonly day: string;
  readonly slip: string;
  readonly isKey: boolean;
  readonly isBlocked: boolean;
  readonly detail: string;
}

export interface PageMetric {
  readonly item: PageItem;
  readonly latest: string;
  readonly detail: string;
  readonly isBeyond: boolean;
  readonly isWorse: boolean;
  readonly series: readonly { readonly day: number; readonly value: number }[];
  readonly target: number | undefined;
  readonly threshold: number | undefined;
}

export interface PageObjective {
  readonly item: PageItem;
  readonly share: number | undefined;
  readonly text: string;
  readonly detail: string;
  readonly late: { readonly item: PageItem; readonly detail: string } | undefined;
}

/** What has moved; `instead` says why there are no lines. */
export interface PageMoves extends PageShortlist<PageMove> {
  readonly since: string;
  readonly instead: string;
}

/** The documents that make every date doubtful, by their paths. */
export interface PageDoubt extends PageShortlist<PageItem> {
  readonly text: string;
}

/** The dashboard, as its page gets it. */
export interface DashboardView extends PageView {
  /** `Sunday, 21 November 2026`. */
  readonly date: string;
  /** That documents cannot be read whole, and which; undefined where all can. */
  readonly doubt: PageDoubt | undefined;
  readonly programs: PageShortlist<PageProgram>;
  readonly asks: PageShortlist<PageAsk>;
  readonly escalations: PageShortlist<PageEscalation>;
  readonly moved: PageMoves;
  readonly risks: PageShortlist<PageTopRisk>;
  readonly milestones: PageShortlist<PageMilestone>;
  readonly metrics: PageShortlist<PageMetric>;
  readonly objectives: PageShortlist<PageObjective>;
}
