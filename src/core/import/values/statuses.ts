import type { ItemType } from '../../model/item-type.ts';
import { normalStatus, readStatus } from '../../model/status.ts';

/** What a status of another tool says, whatever it is called. */
export type StatusMeaning = 'todo' | 'doing' | 'held' | 'at-risk' | 'done' | 'dropped';

/** Words that tools and teams have for it; those that types of their own know are read before. */
const WORDS: Readonly<Record<StatusMeaning, readonly string[]>> = {
  todo: [
    ...['to-do', 'todo', 'open', 'new', 'backlog', 'selected-for-development', 'ready', 'ready-for-development'],
    ...['reopened', 're-opened', 'planned', 'not-started', 'triage', 'draft', 'proposed', 'upcoming', 'scheduled'],
    ...['funnel', 'future', 'defined', 'approved', 'committed', 'requested', 'identified', 'unstarted', 'pending'],
  ],
  doing: [
    ...[
      'in-progress',
      'in-development',
      'development',
      'in-review',
      'review',
      'reviewing',
      'code-review',
      'in-code-review',
    ],
    ...[
      'in-test',
      'in-testing',
      'testing',
      'test',
      'qa',
      'in-qa',
      'verification',
      'validating',
      'in-validation',
      'uat',
    ],
    ...['implementing', 'in-implementation', 'active', 'started', 'wip', 'underway', 'ongoing', 'doing', 'on-track'],
    ...['ready-for-review', 'ready-for-test', 'ready-for-qa', 'ready-for-release', 'in-design', 'design', 'analysis'],
    ...['in-analysis', 'analyzing', 'deploying', 'in-deployment', 'awaiting-approval', 'mitigating', 'submitted'],
  ],
  held: ['blocked', 'impeded', 'on-hold', 'hold', 'waiting', 'stuck', 'paused', 'suspended', 'deferred', 'postponed'],
  'at-risk': ['at-risk', 'off-track', 'delayed', 'late', 'behind', 'behind-schedule', 'yellow', 'amber', 'red'],
  done: [
    ...['done', 'closed', 'complete', 'completed', 'resolved', 'finished', 'released', 'shipped', 'delivered', 'live'],
    ...['deployed', 'accepted', 'fixed', 'launched', 'achieved', 'merged', 'verified', 'signed-off'],
  ],
  dropped: [
    ...['cancelled', 'canceled', "won't-do", 'wont-do', "won't-fix", 'wont-fix', 'will-not-do', 'rejected', 'declined'],
    ...['abandoned', 'obsolete', 'duplicate', 'cannot-reproduce', 'invalid', 'not-doing', 'withdrawn', 'dropped'],
    ...['removed', 'not-a-bug', "won't-have", 'discarded', 'superseded'],
  ],
};

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.map((word) => [word, meaning as StatusMeaning])),
);

/** What each meaning is in the types that have no status of that sort, or one of another name. */
const STATUSES: Readonly<Record<string, Partial<Record<StatusMeaning, string>>>> = {
  workstream: { todo: 'planned', doing: 'active', held: 'on-hold', 'at-risk': 'active' },
  objective: { doing: 'active', 'at-risk': 'at-risk', held: 'at-risk' },
  milestone: { doing: 'in-progress', held: 'blocked', 'at-risk': 'at-risk' },
  gate: { doing: 'submitted' },
  dependency: { doing: 'committed', held: 'at-risk', 'at-risk': 'at-risk', dropped: 'declined' },
  decision: { done: 'accepted', dropped: 'rejected' },
  risk: { doing: 'mitigating', done: 'closed', dropped: 'closed' },
  issue: { doing: 'in-progress', held: 'in-progress', 'at-risk': 'in-progress', dropped: 'resolved' },
  action: { doing: 'in-progress', held: 'in-progress', 'at-risk': 'in-progress' },
};

/** What a status of another tool says; undefined where nobody knows. */
export const statusMeaning = (word: string): StatusMeaning | undefined =>
  MEANINGS.get(normalStatus(word.replaceAll('’', "'")));

/** The status of a type that a word means: one of its own, or one that says the same. */
export function statusFor(type: ItemType, word: string): string | undefined {
  const meaning = statusMeaning(word);
  return readStatus(type, word, new Map()) ?? (meaning && statusOfMeaning(type, meaning));
}

/** The status of a type that says something; every type can say it in its way. */
export function statusOfMeaning({ name, statuses }: ItemType, meaning: StatusMeaning): string {
  const own = STATUSES[name]?.[meaning];
  if (own !== undefined) return own;
  if (meaning === 'done') return statuses.good ?? statuses.byDate;
  if (meaning === 'dropped') return statuses.dropped[0] ?? statuses.good ?? statuses.byDate;
  return statuses.open[0];
}
