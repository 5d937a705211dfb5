import type { TypeName } from '../model/registry.ts';
import type { LinkType } from '../model/values/reference.ts';
import type { Item } from '../plan/item.ts';
import type { Counts } from './counts.ts';

/**
 * What is drawn of the dependencies of a plan: items, groups that are folded into one node, and the edges between them.
 * Plain data that can be sent to a page as it is. Nodes and groups are named by keys, never by paths: what a key stands
 * for in the source is in `Drawn.items`.
 */
export interface Picture {
  /** Programs and workstreams that frame nodes, each before those in it. */
  readonly groups: readonly PictureGroup[];
  /** In document order; a folded group stands where its first item would. */
  readonly nodes: readonly PictureNode[];
  /** In the order of the nodes that they lead to. */
  readonly edges: readonly PictureEdge[];
  readonly summary: PictureSummary;
}

/** A picture, and what its keys stand for: for the host, not for a page. */
export interface Drawn {
  readonly picture: Picture;
  /** By key: the items that are drawn, and those that describe a drawn program or workstream. */
  readonly items: ReadonlyMap<string, Item>;
  /**
   * The key of the node that an item is, or is folded into; of a program or workstream that of its folded group. Undefined
   * where it is not in the picture.
   */
  readonly nodeOf: (item: Item) => string | undefined;
}

export type PictureNode = ItemNode | FoldNode;

/** What is true of an item, beyond its status; `held-up`: blocked upstream. */
export const NODE_STATES = ['done', 'dropped', 'critical', 'blocked', 'held-up', 'late', 'overdue', 'stale'] as const;
export type NodeState = (typeof NODE_STATES)[number];

/** An item. */
export interface ItemNode {
  readonly kind: 'item';
  /** The same from one snapshot to the next. */
  readonly key: string;
  readonly id: string;
  /** Whole, with characters that cannot be seen written out: for tooltips. */
  readonly title: string;
  readonly type: TypeName;
  readonly status: string;
  /** What stands on it, line by line: the title, its dates, what is wrong. Short, without invisible characters. */
  readonly lines: readonly string[];
  /** In the order of `NODE_STATES`. */
  readonly states: readonly NodeState[];
  /** Whether it is what its program leads to. */
  readonly goal: boolean;
  /** Whether the picture is about it. */
  readonly focus: boolean;
  readonly program: string;
  readonly workstream: string | undefined;
  /** The key of the group that frames it. */
  readonly group: string | undefined;
  /** How many links lead to what is not part of the picture: upstream and downstream. */
  readonly beyond: { readonly upstream: number; readonly downstream: number };
}

/** A program, a workstream, or a month of one, in one node that can be opened. */
export interface FoldNode {
  readonly kind: 'fold';
  readonly key: string;
  readonly fold: FoldKind;
  readonly title: string;
  /** What stands on it, line by line: `Platform`, `12 items · 2 late · 1 blocked`. */
  readonly lines: readonly string[];
  /** Of the items that are in it; items of the group that are drawn beside it are not. */
  readonly counts: Counts;
  /** Whether there is room to open it: else a filter or a focus is the way. */
  readonly opens: boolean;
  /** Undefined of what holds several programs. */
  readonly program: string | undefined;
  readonly workstream: string | undefined;
  readonly group: string | undefined;
}

/** What a folded node holds; `rest`: the items of a program that have no workstream; `programs`: several of these. */
export type FoldKind = 'programs' | 'program' | 'workstream' | 'rest' | 'month';

/** A frame around nodes. */
export interface PictureGroup {
  readonly key: string;
  readonly kind: 'program' | 'workstream';
  readonly title: string;
  /** The key of the group that frames it. */
  readonly parent: string | undefined;
  /** Of all items in it, drawn or folded. */
  readonly counts: Counts;
}

/** One dependency, or several that have the same ends: `to` waits for `from`. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** What it stands for. Between items all of it; where a folded group is an end, none: `count` says how many. */
  readonly links: readonly { readonly type: LinkType; readonly lag: string | undefined }[];
  readonly count: number;
  /** Whether it is a step of the critical path of a program. */
  readonly critical: boolean;
  /** Whether it sets the date of what it leads to. */
  readonly driving: boolean;
  /** Whether its ends are in different programs. */
  readonly crossing: boolean;
  /** Whether it closes a cycle, and is therefore left out of the forecast. */
  readonly cycle: boolean;
}

/** What is shown, and what is not: nothing is left out without being counted here. */
export interface PictureSummary {
  /** Every item that the picture is about. */
  readonly items: number;
  /** Those that are nodes of their own. */
  readonly shown: number;
  /** Those that are in folded groups, and how many of these there are. */
  readonly folded: number;
  readonly folds: number;
  /** Left out because they do not pass: a filter, a focus, another program … */
  readonly filtered: number;
  /** Left out because they are closed, and closed items are hidden. */
  readonly done: number;
  /** Left out because they neither wait nor are waited for: what a risk affects does not wait for it. */
  readonly unlinked: number;
  /** Links that follow from others, or for which there was no room. */
  readonly links: number;
  /** Items of critical paths that are folded: there was no room, or a person has folded what they are in. */
  readonly critical: number;
  /** The same in words, empty where nothing is left out. */
  readonly text: string;
}
