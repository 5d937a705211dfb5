import type { DashboardView } from './dashboard/data.ts';
import type { HistoryView } from './history/data.ts';
import type { DecisionsView, PageView, RisksView } from './lists/data.ts';
import type { ReportView } from './report/data.ts';
import type { PageLink, PageRow, TimelineView } from './timeline/data.ts';

/**
 * What the extension and its pages say to each other. Pages run a foreign library on text of other people, so what they
 * say is not trusted: `readMessage` takes nothing but the messages below, and these name what is drawn by its id, never
 * a path, a command or an address.
 */

/** The largest text that a page may send: a picture to save. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** What a page says of a failure, or looks for. */
export const MOST_SAID = 300;
/** The keys of opened or folded groups. */
const MOST_KEYS = 2000;
/** All that was chosen, together: a name may be as long as a document lets it be, which is 256 Ki characters. */
const MOST_CHOSEN = 4 * 1024 * 1024;
const MOST_LEVELS = 99;

/** What a person chose to see of the dependency graph. Where a text is empty, nothing is left out for its sake. */
export interface GraphChoice {
  /** The name of one of several plans in the window; the first one with items where there is no such plan. */
  readonly plan: string;
  readonly program: string;
  readonly workstream: string;
  readonly owner: string;
  readonly status: string;
  readonly only: '' | 'critical' | 'blocked';
  readonly hideDone: boolean;
  /** An item by its key, with how many links of what it waits for, and of what waits for it. */
  readonly focus: { readonly key: string; readonly up: number; readonly down: number } | undefined;
  /** The keys of groups that were opened, in this order, and of those that were folded. */
  readonly open: readonly string[];
  readonly folded: readonly string[];
  /** Whether the item at the cursor is marked and brought into sight. */
  readonly follow: boolean;
  /** Whether it is shown what was before, while a change to the plan is reviewed. */
  readonly before: boolean;
}

/** What is seen before anybody chooses. */
export const WHOLE_GRAPH: GraphChoice = {
  plan: '',
  program: '',
  workstream: '',
  owner: '',
  status: '',
  only: '',
  hideDone: false,
  focus: undefined,
  open: [],
  folded: [],
  follow: true,
  before: true,
};

/** The filters that offer values. */
export const FILTERS = ['plan', 'program', 'workstream', 'owner', 'status'] as const;
export type FilterName = (typeof FILTERS)[number];

/** One of the values that a filter offers. */
export interface Offer {
  readonly value: string;
  readonly label: string;
  /** Whether it only says something of the others, and cannot be chosen. */
  readonly isNote?: boolean;
}

/** What the page knows of a node besides its picture. All of it is text, and is only shown as text. */
export interface GraphNode {
  /** As the source calls it: `n12`. */
  readonly id: string;
  /** The same from one drawing to the next. */
  readonly key: string;
  readonly kind: 'item' | 'fold';
  /** What stands on it, as it is written: the page puts it in the place of what the source has for it. */
  readonly lines: readonly string[];
  /** What it is found by besides, in lower case: its id, all of its title, its owner. */
  readonly soughtBy: string;
  /** Its type and what is true of it, as names of the stylesheet: `milestone`, `critical`, `blocked`. */
  readonly marks: readonly string[];
  /** Its title, and the lines of its card. */
  readonly card: readonly string[];
}

/** A frame around nodes, which a click on its title folds. */
export interface GraphFrame {
  /** As the source calls it: `g3`. */
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly card: readonly string[];
}

/** One line of the picture, from what comes first. */
export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly marks: readonly string[];
}

/** A picture to be drawn. */
export interface GraphPicture extends PageView {
  /** The source for Mermaid, generated whole; empty where nothing can be drawn. */
  readonly source: string;
  readonly nodes: readonly GraphNode[];
  readonly frames: readonly GraphFrame[];
  readonly edges: readonly GraphEdge[];
  /** What went wrong with the drawing before; empty where nothing did. */
  readonly notice: string;
  /** What the focus is on; empty without one. */
  readonly focus: string;
  /** What is said where there is nothing to be drawn; empty where there is. */
  readonly instead: string;
}

export type { DashboardView } from './dashboard/data.ts';
export type { HistoryView } from './history/data.ts';
export type { DecisionsView, PageDecision, PageItem, PageRisk, PageView, RisksView } from './lists/data.ts';
export type { ReportView } from './report/data.ts';
export type { PageLink, PageRow, TimelineView } from './timeline/data.ts';

/** What the extension says to a page. */
export type ToPage =
  | { readonly type: 'draw'; readonly picture: GraphPicture; readonly marked?: string | undefined }
  /** With so many messages of further rows to come, before it is shown. */
  | { readonly type: 'timeline'; readonly view: TimelineView; readonly more?: number }
  | {
      readonly type: 'rows';
      readonly drawing: number;
      readonly rows: readonly PageRow[];
      readonly links: readonly PageLink[];
    }
  | { readonly type: 'risks'; readonly view: RisksView }
  | { readonly type: 'decisions'; readonly view: DecisionsView }
  | { readonly type: 'dashboard'; readonly view: DashboardView }
  | { readonly type: 'history'; readonly view: HistoryView }
  | { readonly type: 'report'; readonly view: ReportView }
  /** The node or row of the item at the cursor; none where that is elsewhere, or is not drawn. */
  | { readonly type: 'mark'; readonly node: string | undefined }
  /** What is known of something that is drawn, as it was asked for: its title, and the lines of its card. */
  | { readonly type: 'card'; readonly drawing: number; readonly id: string; readonly lines: readonly string[] }
  /** How many items that a text finds are folded, and how many are left out of the picture. */
  | { readonly type: 'found'; readonly text: string; readonly folded: number; readonly left: number }
  /** Instead of a picture. */
  | { readonly type: 'nothing'; readonly text: string };

/** What a page says to the extension. */
export type FromPage =
  /** It can take messages from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly drawing: number }
  | { readonly type: 'failed'; readonly drawing: number; readonly message: string }
  /** A node or frame was clicked: the source of an item, or a folded group, opens; an open group folds. */
  | { readonly type: 'open'; readonly drawing: number; readonly id: string }
  /** What is known of something that is drawn is to be told. */
  | { readonly type: 'card'; readonly drawing: number; readonly id: string }
  /** Nothing but this item and what is around it. */
  | { readonly type: 'focus'; readonly drawing: number; readonly id: string }
  | { readonly type: 'choose'; readonly choice: GraphChoice }
  /** A text that nothing in the picture has: how many items elsewhere do, or the first of them is to be seen. */
  | { readonly type: 'find' | 'reveal'; readonly text: string }
  | { readonly type: 'copy' }
  /** What is shown is to be saved: the extension knows it. */
  | { readonly type: 'save-shown' }
  | { readonly type: 'save'; readonly format: 'svg'; readonly data: string }
  /** A page as it is shown: the whole of its content. */
  | { readonly type: 'save'; readonly format: 'html'; readonly data: string }
  /** Bytes, in base64. */
  | { readonly type: 'save'; readonly format: 'png'; readonly data: string };

/** What a page keeps over a reload of the window, as far as the extension looks at it. */
export interface PageState {
  readonly choice: GraphChoice;
}

/** A message of a page; undefined where it is none that there is, or holds anything that it should not. */
export function readMessage(value: unknown): FromPage | undefined {
  if (!isRecord(value)) return undefined;
  const { type } = value;
  switch (type) {
    case 'ready':
    case 'copy':
    case 'save-shown':
      return hasOnly(value, ['type']) ? { type } : undefined;
    case 'drawn': {
      const { drawing } = value;
      return hasOnly(value, ['type', 'drawing']) && isCount(drawing) ? { type, drawing } : undefined;
    }
    case 'failed': {
      const { drawing, message } = value;
      const isSound = hasOnly(value, ['type', 'drawing', 'message']) && isCount(drawing) && typeof message === 'string';
      return isSound ? { type, drawing, message: message.slice(0, MOST_SAID) } : undefined;
    }
    case 'open':
    case 'card':
    case 'focus': {
      const { drawing, id } = value;
      const isSound = hasOnly(value, ['type', 'drawing', 'id']) && isCount(drawing) && isDrawnId(id);
      return isSound ? { type, drawing, id } : undefined;
    }
    case 'find':
    case 'reveal': {
      const { text } = value;
      const isSound = hasOnly(value, ['type', 'text']) && isText(text) && text.length <= MOST_SAID;
      return isSound ? { type, text } : undefined;
    }
    case 'choose': {
      const { choice: chosen } = value;
      const choice = readChoice(chosen);
      return hasOnly(value, ['type', 'choice']) && choice ? { type, choice } : undefined;
    }
    case 'save': {
      const { format, data } = value;
      if (!hasOnly(value, ['type', 'format', 'data']) || typeof data !== 'string') return undefined;
      if (data.length > MOST_CHARACTERS) return undefined;
      if (format === 'svg') return data.startsWith('<svg ') ? { type, format, data } : undefined;
      if (format === 'html') return data.startsWith('<main ') ? { type, format, data } : undefined;
      return format === 'png' && /^iVBORw0KGgo[\w+/]*={0,2}$/.test(data) ? { type, format, data } : undefined;
    }
    default:
      return undefined;
  }
}

/** What was chosen, as a message or a stored state says it; undefined where any of it is unsound. */
export function readChoice(value: unknown): GraphChoice | undefined {
  if (!isRecord(value) || !hasOnly(value, Object.keys(WHOLE_GRAPH))) return undefined;
  const { plan, program, workstream, owner, status, only, hideDone, focus, open, folded, follow, before } = value;
  const names = [plan, program, workstream, owner, status];
  if (!names.every(isText) || !isOneOf(only, ['', 'critical', 'blocked'])) return undefined;
  if (!isKeys(open) || !isKeys(folded)) return undefined;
  if (![hideDone, follow, before].every((each) => typeof each === 'boolean')) return undefined;
  // A state that was stored as JSON has no `undefined`.
  if (focus !== undefined && focus !== null && !isFocus(focus)) return undefined;
  const texts = [...names, ...open, ...folded, ...(isFocus(focus) ? [focus.key] : [])];
  if (texts.reduce((sum, { length }) => sum + length, 0) > MOST_CHOSEN) return undefined;
  return { ...(value as unknown as GraphChoice), focus: isFocus(focus) ? focus : undefined };
}

/** What a page has kept, as the editor hands it back; nothing of it is taken where any of it is unsound. */
export function readState(value: unknown): PageState | undefined {
  const { choice: chosen } = isRecord(value) ? value : {};
  const choice = readChoice(chosen);
  return choice && { choice };
}

/** What the page of a history has kept: the item that it was asked about. */
export function readHistoryState(value: unknown): { readonly history: HistoryView['asked'] } | undefined {
  const { history } = isRecord(value) ? value : {};
  if (!isRecord(history) || !hasOnly(history, ['plan', 'key'])) return undefined;
  const { plan, key } = history;
  return isText(plan) && isText(key) && plan.length + key.length <= MOST_CHOSEN
    ? { history: { plan, key } }
    : undefined;
}

/** What the page of a report has kept: the document that it shows. */
export function readReportState(value: unknown): { readonly report: ReportView['asked'] } | undefined {
  const { report } = isRecord(value) ? value : {};
  if (!isRecord(report) || !hasOnly(report, ['plan', 'path'])) return undefined;
  const { plan, path } = report;
  return isText(plan) && isText(path) && plan.length + path.length <= MOST_CHOSEN
    ? { report: { plan, path } }
    : undefined;
}

/** The ids that the source of a picture gives its nodes and frames, and no others. */
const isDrawnId = (value: unknown): value is string => typeof value === 'string' && /^[ng]\d{1,7}$/.test(value);

const isOneOf = (value: unknown, words: readonly string[]): boolean => words.some((word) => word === value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isText = (value: unknown): value is string => typeof value === 'string';

const isKeys = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MOST_KEYS && value.every(isText);

const isLevel = (value: unknown): value is number => isCount(value) && value <= MOST_LEVELS;

function isFocus(value: unknown): value is NonNullable<GraphChoice['focus']> {
  if (!isRecord(value) || !hasOnly(value, ['key', 'up', 'down'])) return false;
  const { key, up, down } = value;
  return isText(key) && isLevel(up) && isLevel(down);
}

/** A plain object, whose keys are its own. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: Record<string, unknown>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));
