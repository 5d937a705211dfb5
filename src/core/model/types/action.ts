import { endDate, factDate, listOf, reference } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const action = itemType({
  name: 'action',
  plural: 'actions',
  collection: true,
  icon: 'tasklist',
  shape: 'round',
  symbol: 'Function',
  doc: 'Something that somebody does, too small for a milestone.',
  statuses: {
    open: ['open', 'in-progress'],
    closed: ['done', 'cancelled'],
    good: 'done',
    dropped: ['cancelled'],
    byDate: 'done',
  },
  closedOn: 'done',
  dueField: 'due',
  forecast: { dates: ['done', 'completed', 'due'] },
  stale: [{ state: 'open', days: 10, when: 'due-soon' }],
  prefix: 'A-',
  question: 'What is the result?',
  begin: ({ due }) => [['due', due]],
  fields: {
    due: field(endDate, 'When it has to be done.'),
    done: field(factDate, 'The day on which it was done.'),
    blocks: field(listOf(reference), 'The milestones that wait for it.', ['milestone']),
  },
});
