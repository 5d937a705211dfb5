import { duration, endDate, factDate, listOf, paper, person, reference, startDate } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const gate = itemType({
  name: 'gate',
  plural: 'gates',
  collection: true,
  icon: 'shield',
  shape: 'stadium',
  symbol: 'Key',
  doc: 'A review that has to be passed: security, privacy, legal, compliance, or an exit criterion.',
  statuses: {
    open: ['not-started', 'submitted', 'rejected'],
    closed: ['approved', 'waived'],
    good: 'approved',
    dropped: ['waived'],
    byDate: 'approved',
  },
  closedOn: 'approved',
  dueField: 'due',
  // The review takes its lead time from the day on which the papers are handed in.
  forecast: {
    dates: ['expected', 'due'],
    work: { length: 'lead_time', begun: 'submitted', underWay: 'submitted', again: 'rejected' },
    asks: 'submit',
  },
  stale: [
    { state: 'submitted', days: 10, when: 'started' },
    { state: 'not-started', days: 10, when: 'due-soon' },
  ],
  prefix: 'G-',
  question: 'What is reviewed, by whom, and what do they have to be shown?',
  begin: ({ due }) => [
    ['for', '[]'],
    ['due', due],
  ],
  fields: {
    for: field(listOf(reference), 'The milestones that are not done before it.', ['milestone']),
    lead_time: field(
      duration,
      'How much working time the review takes, from the day on which the papers are handed in.',
    ),
    needs: field(listOf(paper), 'The papers: files, addresses, or items that have to be done before.', ['any']),
    approver: field(person, 'Who approves.'),
    start: field(startDate, 'The papers cannot be handed in before this.'),
    due: field(endDate, 'When it has to be approved.'),
    expected: field(endDate, 'When its owner expects it to be approved.'),
    submitted: field(factDate, 'The day on which the papers were handed in.'),
    approved: field(factDate, 'The day on which it was approved.'),
  },
});
