import type { ItemType } from './item-type.ts';
import { fieldOf } from './registry.ts';

/**
 * Names that other tools and other people have for a field, and what is meant: fields, most likely first. Those that stand
 * in one text can all be meant.
 */
const SYNONYMS: readonly (readonly [names: string, meant: readonly string[]])[] = [
  ['assigned assigned_to assignee dri lead owned_by responsible', ['owner']],
  ['name summary', ['title']],
  ['labels', ['tags']],
  ['state', ['status']],
  ['likelihood', ['probability']],
  ['severity', ['impact']],
  ['mitigations', ['mitigation']],
  ['pct_complete percent percent_complete percent_done percentage percentage_complete', ['progress']],
  ['effort effort_days duration_days estimated_duration work_days working_days', ['duration', 'lead_time']],
  [
    'after blocked_by dependencies dependent_on depends depends_on predecessors prerequisites requires waiting_for waits_for',
    ['depends_on', 'needs', 'provided_by'],
  ],
  ['affects blocking decides unblocks', ['blocks']],
  ['needed_for', ['blocks', 'for']],
];

/** Names for when an item ends. Of one that is closed they say when it did. */
const ENDS = 'end end_date end_on ends finish finish_date finishes planned_end planned_finish';

/** The same of names for a day. Of these only fields that take a day are meant. */
const DAYS: readonly (readonly [names: string, meant: readonly string[]])[] = [
  [
    'by commitment_date complete_by deadline decide_by decision_by decision_due due due_at due_by due_date due_on finish_by go_live go_live_date launch_date planned_date release_date ship_date target target_date',
    ['due target', 'promised needed_by'],
  ],
  [ENDS, ['due target', 'promised needed_by', 'expected']],
  ['need_by needed needed_by needed_for needed_on required_by required_for required_on', ['needed_by', 'due target']],
  [
    'available available_from available_on commit_date committed_date delivery_date promise_date promised promised_by promised_date promised_for promised_on',
    ['promised', 'due target'],
  ],
  [
    'estimated_date estimated_finish eta expected expected_by expected_date expected_finish expected_on forecast forecast_date',
    ['expected', 'promised', 'due'],
  ],
  [
    'after begin begin_date begins earliest_start kick_off kickoff kickoff_date not_before planned_start scheduled_start start_date start_on starts starts_on',
    ['start'],
  ],
  ['actual_start started_at started_date started_on', ['started']],
  ['submitted_at submitted_on', ['submitted']],
  ['happened_on occurred occurred_at occurrence_date', ['occurred_on']],
  ['next_review next_review_date review_date review_on', ['review_by']],
  ['last_review last_reviewed reviewed reviewed_at reviewed_on', ['reviewed', 'updated']],
  ['last_modified last_update last_updated modified modified_at updated_at updated_on', ['updated']],
  [
    'date_opened opened_at opened_date opened_on raised raised_at raised_on reported reported_on',
    ['opened', 'created'],
  ],
  ['created_at created_date created_on creation_date date_created', ['created']],
];

/** Names for the day on which an item was closed. */
const CLOSINGS: ReadonlySet<string> = new Set(
  'achieved_on actual_end actual_finish approved_at approved_on closed closed_at closed_date closed_on closing_date completed_at completed_date completed_on completion_date date_closed decided decided_at decided_on decision_date delivered delivered_at delivered_on done done_at done_on finished finished_at finished_on fixed_on held_on resolved resolved_at resolved_on'.split(
    ' ',
  ),
);

/** What people write on an item to say what waits for it. In a plan, what waits says so. */
const NAMES_OF_WAITERS: ReadonlySet<string> = new Set([
  'blocking',
  'blocks',
  'enables',
  'needed_by',
  'needed_for',
  'required_by',
  'required_for',
  'successors',
  'unblocks',
]);

const byName = (table: typeof SYNONYMS): ReadonlyMap<string, readonly string[]> =>
  new Map(table.flatMap(([names, meant]) => names.split(' ').map((name) => [name, meant] as const)));

const synonyms = byName(SYNONYMS);
const days = byName(DAYS);

const ends: ReadonlySet<string> = new Set(ENDS.split(' '));

/** Whether a name means what waits for an item. */
export const namesWaiters = (name: string): boolean => NAMES_OF_WAITERS.has(name);

/** Whether a name is one for the day on which an item was closed. */
export const namesClosing = (name: string): boolean => CLOSINGS.has(name);

/** What is known of the item that a foreign name stands in. */
export interface NamedIn {
  readonly type: ItemType;
  /** Whether its value is a day. */
  readonly isDay: boolean;
  readonly isClosed: boolean;
  /** Whether it has a field already. */
  readonly has: (field: string) => boolean;
  /** Whether there is a field of that name, be it of the project's own. */
  readonly exists: (field: string) => boolean;
}

/**
 * The fields that a foreign name can stand for in an item. Those that it has not yet come first; where it has them all, the
 * one that it has.
 */
export function synonymsOf(name: string, item: NamedIn): readonly string[] {
  const { type, isDay, isClosed, has, exists } = item;
  const takesDay = (field: string): boolean => /^da(?:te|y)$/.test(fieldOf(type, field)?.kind.name ?? '');
  const closes = CLOSINGS.has(name) || (isClosed && ends.has(name));
  // `needed_by: launch` names what waits, `needed_by: 2026-12-01` a day.
  const asDay = !isDay && (NAMES_OF_WAITERS.has(name) || synonyms.has(name)) ? undefined : days.get(name);
  const meantDays = [...(closes ? [type.closedOn] : []), ...(asDay ?? [])].map((some) =>
    some.split(' ').filter(takesDay),
  );
  // `after: launch` names what is waited for, `after: 2026-12-01` a day.
  const others = isDay && asDay ? [] : (synonyms.get(name) ?? []);
  const meant = [...meantDays, ...others.map((field) => [field].filter(exists))];
  const known = meant.filter((fields) => fields.length > 0);
  const free = known.map((fields) => fields.filter((field) => !has(field))).find((fields) => fields.length > 0);
  return free ?? known[0]?.slice(0, 1) ?? [];
}

/** The fields on which the dates of an item hang, or what it does to those of others. */
const DATING: ReadonlySet<string> = new Set([
  ...['start', 'due', 'target', 'expected', 'needed_by', 'promised', 'duration', 'estimate', 'lead_time', 'windows'],
  ...['started', 'submitted', 'completed', 'approved', 'date', 'delivered', 'done', 'resolved', 'progress', 'status'],
  ...['depends_on', 'blocks', 'for', 'needs', 'provided_by'],
]);

/** Whether dates hang on what an item of a type says in a field. */
export const isDating = ({ forecast, dueField }: ItemType, field: string): boolean =>
  DATING.has(field) && (forecast !== undefined || dueField !== undefined);

/** The fields in which an item of a type says on which days something was, is or has to be. */
export const daysOf = (type: ItemType): readonly string[] =>
  Object.keys(type.fields).filter((name) => {
    const kind = fieldOf(type, name)?.kind.name;
    return (kind === 'date' || kind === 'day') && !name.endsWith('reviewed');
  });
