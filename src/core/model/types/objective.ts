import { endDate, listOf, number, recordOf, reference, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

/** What an objective is measured by: numbers of its own, or a metric of the plan. */
export const keyResult = recordOf({
  name: 'key result',
  example: '{ id: KR-1, title: Payments booked twice, target: 0, current: 12 }',
  keys: { id: text, title: text, start: number, target: number, current: number, unit: text, metric: reference },
  needs: [],
});

export const objective = itemType({
  name: 'objective',
  plural: 'objectives',
  collection: true,
  icon: 'target',
  shape: 'subroutine',
  symbol: 'Property',
  doc: 'What the work is for: an outcome, what it is measured by, and the milestones that deliver it.',
  statuses: {
    open: ['active', 'at-risk'],
    closed: ['achieved', 'missed', 'cancelled'],
    good: 'achieved',
    dropped: ['cancelled'],
    byDate: 'achieved',
  },
  closedOn: 'completed',
  dueField: 'due',
  stale: [{ state: 'open', days: 25 }],
  prefix: 'O-',
  question: 'What is better for whom, once this is achieved?',
  begin: ({ due }) => [['due', due]],
  fields: {
    due: field(endDate, 'When it has to be achieved.'),
    key_results: field(listOf(keyResult), 'What it is measured by.', ['metric']),
    delivered_by: field(listOf(reference), 'The milestones that deliver it.', ['milestone']),
  },
});
