import { typeNamedBy } from '../../filter/type-named-by.ts';
import type { IncomingType } from '../incoming.ts';

/**
 * What an item of another tool is: a type of Milepost's, or `work`, a piece of work in a tool that has larger things as
 * well: a story below an epic is an action, where there is nothing larger it is a milestone.
 */
export type KindOfItem = IncomingType | 'program' | 'work';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  program: ['programme', 'portfolio', 'project'],
  workstream: ['stream', 'work stream', 'track', 'team', 'theme'],
  objective: ['goal', 'okr', 'outcome'],
  milestone: [
    'epic',
    'feature',
    'initiative',
    'capability',
    'deliverable',
    'release',
    'phase',
    'summary task',
    'requirement',
  ],
  gate: ['review', 'approval', 'quality gate', 'exit criterion', 'sign off'],
  dependency: ['external dependency'],
  decision: ['decision record', 'adr', 'question', 'open question'],
  risk: ['threat', 'opportunity'],
  issue: ['bug', 'defect', 'incident', 'problem', 'impediment', 'blocker'],
  action: ['action item', 'to do', 'todo', 'follow up', 'sub task', 'subtask', 'checklist item'],
  metric: ['kpi', 'measure'],
  retro: ['retrospective', 'post mortem', 'postmortem'],
  work: [
    ...['story', 'user story', 'task', 'technical task', 'improvement', 'new feature', 'enhancement', 'spike', 'chore'],
    ...['work item', 'work package', 'product backlog item', 'enabler', 'research', 'test', 'card', 'issue type'],
  ],
};

const KINDS: ReadonlyMap<string, KindOfItem> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as KindOfItem])),
);

/** What a type of another tool is here; undefined where nobody knows. */
export function kindNamed(word: string): KindOfItem | undefined {
  const normal = word
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return KINDS.get(normal) ?? (typeNamedBy(normal)?.name as KindOfItem | undefined);
}
