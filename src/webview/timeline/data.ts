import type { PageView } from '../lists/data.ts';

/** From when to when, in days; what takes no time has no `from`. */
export interface PageStretch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** A row of a timeline. All of its text is only shown as text. */
export interface PageRow {
  /** `n12` of an item, `g3` of a program or workstream. */
  readonly id: string;
  /** The same from one drawing to the next. */
  readonly key: string;
  readonly kind: 'program' | 'workstream' | 'item';
  readonly depth: number;
  readonly title: string;
  /** What an item says at the end of its row: `+6d`; of a group, what is in it. */
  readonly slip: string;
  /** Its type and what is true of it, as names of the stylesheet. */
  readonly marks: readonly string[];
  readonly planned: PageStretch;
  readonly forecast: PageStretch;
  /** Of an item: where it stood before a change that is reviewed, as far as it stood elsewhere. */
  readonly formerly?: { readonly due?: number | undefined; readonly forecast?: PageStretch | undefined } | undefined;
  /** Where the baseline had its finish, where that is another day. */
  readonly baseline?: number | undefined;
  /** Of a group: whether what stands under it is not shown. */
  readonly folded?: boolean;
}

/** A line between two rows, by their places. */
export interface PageLink {
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly marks: readonly string[];
}

/** A timeline, as its page gets it. */
export interface TimelineView extends PageView {
  readonly today: number;
  readonly span: { readonly from: number; readonly to: number };
  readonly rows: readonly PageRow[];
  readonly links: readonly PageLink[];
}
