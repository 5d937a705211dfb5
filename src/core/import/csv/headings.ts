import { COMMON_FIELDS } from '../../model/item-type.ts';
import { fieldOf, ITEM_TYPES } from '../../model/registry.ts';

/**
 * What a column is read as: a field of Milepost's, or one of these.
 *
 * - `ref`: by which the other rows name the item. `id` is that as well, and the id that it is to have.
 * - `alias`: another name that rows use for it, such as Jira's *Issue id*.
 * - `type`, `parent`, `waits-for`, `blocks`: as in `IncomingItem`.
 * - `status-category`, `resolution`: what Jira says of a status besides.
 * - `estimate-seconds`: work as Jira exports it.
 * - `program-owner`, `program-title`: who answers for the whole and what it is called, where all rows say the same.
 * - `links.NAME`: an entry of `links`.
 */
export type Target = string;

/** Targets that are no fields. */
const OTHER_TARGETS = [
  'ref',
  'alias',
  'parent',
  'waits-for',
  'status-category',
  'resolution',
  'estimate-seconds',
  'program-owner',
  'program-title',
];

/** Every field that an item can have, `id`, `type` and `status` among them. */
const FIELDS: readonly string[] = [
  ...new Set([
    'id',
    'type',
    'status',
    ...Object.keys(COMMON_FIELDS),
    ...ITEM_TYPES.flatMap(({ fields }) => Object.keys(fields)),
  ]),
];

/** What `--map` can name. */
export const TARGETS: readonly string[] = [...FIELDS, ...OTHER_TARGETS];

export const isTarget = (name: string): boolean => TARGETS.includes(name) || /^links\../.test(name);

/** Headings by what they are read as, the surest first, in normal form. */
const HEADINGS: Readonly<Record<Target, readonly string[]>> = {
  ref: [
    'issue key',
    'work item key',
    'key',
    'task id',
    'unique id',
    'work item id',
    'ticket',
    'reference',
    'ref',
    'no',
    'nr',
    'number',
  ],
  id: ['id'],
  alias: ['issue id'],
  type: ['type', 'issue type', 'work item type', 'work type', 'item type', 'category', 'kind'],
  title: [
    'title',
    'summary',
    'name',
    'task name',
    'issue',
    'subject',
    'milestone',
    'task',
    'risk',
    'decision',
    'action',
    'item',
    'headline',
  ],
  status: ['status', 'state', 'issue status', 'task status', 'progress status'],
  'status-category': ['status category'],
  resolution: ['resolution'],
  owner: [
    'owner',
    'assignee',
    'assigned to',
    'responsible',
    'accountable',
    'lead',
    'dri',
    'resource names',
    'assignees',
    'person',
    'who',
    'risk owner',
    'action owner',
  ],
  workstream: [
    'workstream',
    'work stream',
    'stream',
    'track',
    'component s',
    'components',
    'component',
    'team',
    'squad',
    'team name',
    'area',
    'area path',
    'section column',
    'section',
    'project name',
    'project',
    'project key',
  ],
  parent: ['parent', 'parent key', 'parent id', 'epic link', 'parent link', 'parent task', 'parent issue', 'epic'],
  due: [
    'due',
    'due date',
    'deadline',
    'finish',
    'finish date',
    'end',
    'end date',
    'target date',
    'target',
    'planned end',
    'planned finish',
    'target end',
    'baseline finish',
    'by when',
  ],
  start: ['start', 'start date', 'planned start', 'target start', 'begin'],
  started: ['started', 'actual start', 'started at'],
  completed: [
    'completed',
    'resolved',
    'completed at',
    'actual finish',
    'actual end',
    'closed',
    'done',
    'date completed',
    'closed date',
    'resolution date',
  ],
  expected: ['expected', 'forecast', 'estimated finish', 'expected finish', 'projected'],
  duration: ['duration', 'effort', 'work'],
  'estimate-seconds': ['original estimate'],
  progress: ['progress', 'complete', 'percent complete', 'percent done', 'done %', '% done', 'completion'],
  priority: ['priority'],
  severity: ['severity'],
  health: ['health', 'rag', 'rag status', 'overall health', 'traffic light'],
  'program-owner': ['project lead', 'project owner', 'project manager'],
  tags: ['tags', 'labels', 'label', 'tag', 'keywords'],
  description: ['description', 'notes', 'details'],
  created: ['created', 'created at', 'date created', 'raised', 'date raised', 'opened'],
  updated: ['updated', 'updated at', 'last modified', 'modified', 'last updated'],
  'waits-for': [
    'depends on',
    'predecessors',
    'predecessor',
    'blocked by',
    'blocked by dependencies',
    'dependencies',
    'waits for',
  ],
  blocks: ['blocks', 'blocking', 'blocking dependencies', 'successors'],
  probability: ['probability', 'likelihood', 'chance'],
  impact: ['impact', 'consequence'],
  mitigation: ['mitigation', 'mitigations', 'response plan', 'mitigation plan'],
  contingency: ['contingency', 'contingency plan', 'fallback'],
  outcome: ['outcome', 'decision made', 'result'],
  review_by: ['review by', 'next review', 'review date'],
};

const MEANINGS: ReadonlyMap<string, { readonly target: Target; readonly rank: number }> = new Map(
  Object.entries(HEADINGS).flatMap(([target, names]) => names.map((name, rank) => [name, { target, rank }] as const)),
);

/** A heading without regard to case, signs, and the brackets that Jira puts around fields of its users. */
export function normalHeading(heading: string): string {
  const own = /^custom field \((.*)\)$/i.exec(heading.trim())?.[1] ?? heading;
  return own
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** What Jira calls the relations between issues, and what they are here when an issue names the other. */
const OUTWARD: Readonly<Record<string, string>> = {
  blocks: 'blocks',
  dependency: 'waits-for',
  depends: 'waits-for',
  'gantt start to end': 'waits-for',
};
const INWARD: Readonly<Record<string, string>> = {
  blocks: 'waits-for',
  dependency: 'blocks',
  depends: 'blocks',
  'gantt start to end': 'blocks',
};

/** What a column is read as by its heading, and how sure that is: 0 most of all. */
export function meaningOf(heading: string): { readonly target: Target; readonly rank: number } | undefined {
  const [, side, relation] = /^(inward|outward) issue link \((.+)\)$/i.exec(heading.trim()) ?? [];
  if (side !== undefined && relation !== undefined) {
    const relations = side.toLowerCase() === 'inward' ? INWARD : OUTWARD;
    return { target: relations[normalHeading(relation)] ?? 'relates_to', rank: 0 };
  }
  const name = normalHeading(heading);
  const field = name.replaceAll(' ', '_');
  if (field === 'depends_on') return { target: 'waits-for', rank: 0 };
  return MEANINGS.get(name) ?? (FIELDS.includes(field) ? { target: field, rank: 0 } : undefined);
}

/** The same for a table that Milepost has exported: fields go by their names, and what was forecast of items is no news. */
export function ownMeaningOf(heading: string): ReturnType<typeof meaningOf> {
  return heading !== 'depends_on' && FIELDS.includes(heading) ? { target: heading, rank: 0 } : meaningOf(heading);
}

/** Whether a table is one that Milepost has exported: nobody else has such headings. */
export const isOwnExport = (headings: readonly string[]): boolean =>
  ['id', 'type', 'forecast_finish', 'total_float'].every((name) => headings.includes(name));

/** Whether several columns can be read as one target, each adding to it. */
export function takesSeveral(target: Target): boolean {
  if (['alias', 'parent', 'waits-for', 'blocks', 'relates_to', 'tags', 'links'].includes(target)) return true;
  return ITEM_TYPES.some((type) => fieldOf(type, target)?.kind.of !== undefined);
}
