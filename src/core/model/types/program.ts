import { anything, endDate, factDate, listOf, reference, startDate } from '../fields.ts';
import { itemType, STEERED_FIELDS } from '../item-type.ts';
import { field } from '../kind.ts';

export const program = itemType({
  name: 'program',
  plural: 'programs',
  collection: false,
  icon: 'project',
  shape: 'box',
  symbol: 'Package',
  doc: 'Everything that ships together: its workstreams, milestones, risks and decisions.',
  statuses: {
    open: ['active', 'planned', 'on-hold'],
    closed: ['done', 'cancelled'],
    good: 'done',
    dropped: ['cancelled'],
    byDate: 'done',
  },
  closedOn: 'completed',
  dueField: 'target',
  stale: [{ state: 'open', days: 25 }],
  question: 'What is different in the world when this program has ended?',
  begin: ({ due, today }) => [
    ['start', today],
    ['target', due],
  ],
  fields: {
    ...STEERED_FIELDS,
    start: field(startDate, 'Nothing in the program starts before this.'),
    target: field(endDate, 'The date that has been promised for the whole.'),
    goal: field(reference, 'The milestone that the program is about.', ['milestone']),
    stakeholders: field(listOf(anything), 'Who has an interest in it.'),
    reviewed: field(factDate, 'When the whole was last looked at: counts as news of every item in it.'),
  },
});
