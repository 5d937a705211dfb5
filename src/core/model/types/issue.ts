import { endDate, factDate, level, listOf, person, recordOf, reference, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

/** That somebody was asked to help, and what came of it. */
export const escalation = recordOf({
  name: 'escalation',
  example: '{ to: vp-platform, on: 2026-11-18, answer_by: 2026-11-25 }',
  keys: { to: person, level: text, on: factDate, answer_by: endDate, answered: factDate, answer: text },
  needs: ['to'],
});

export const issue = itemType({
  name: 'issue',
  plural: 'issues',
  collection: true,
  icon: 'issues',
  shape: 'trapezoid',
  symbol: 'Constant',
  doc: 'Something that has gone wrong and has to be put right.',
  statuses: {
    open: ['open', 'in-progress'],
    closed: ['resolved'],
    good: 'resolved',
    dropped: [],
    byDate: 'resolved',
  },
  closedOn: 'resolved',
  dueField: 'due',
  forecast: { dates: ['resolved', 'expected', 'due'] },
  stale: [
    { state: 'open', days: 10, when: 'severe' },
    { state: 'open', days: 20 },
  ],
  prefix: 'I-',
  question: 'What has gone wrong, and what is being done about it?',
  begin: ({ due, today }) => [
    ['severity', 'medium'],
    ['opened', today],
    ['due', due],
  ],
  fields: {
    severity: field(level, 'How bad it is.'),
    blocks: field(listOf(reference), 'The milestones that wait for it.', ['milestone']),
    opened: field(factDate, 'The day on which it was noticed.'),
    resolved: field(factDate, 'The day on which it was put right.'),
    expected: field(endDate, 'When its owner expects it to be put right.'),
    escalated_to: field(listOf(person), 'Who has been asked to help.'),
    escalations: field(listOf(escalation), 'Who has been asked to help, when, and until when they answer.'),
    due: field(endDate, 'When it has to be put right.'),
  },
});
