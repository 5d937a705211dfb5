import { endDate, factDate, listOf, person, reference, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const decision = itemType({
  name: 'decision',
  plural: 'decisions',
  collection: true,
  icon: 'law',
  shape: 'hexagon',
  symbol: 'Enum',
  doc: 'Something to be decided, or that has been.',
  statuses: {
    open: ['proposed'],
    closed: ['accepted', 'rejected', 'deprecated', 'superseded'],
    dropped: ['rejected', 'deprecated', 'superseded'],
    byDate: 'accepted',
  },
  closedOn: 'date',
  dueField: 'due',
  forecast: { dates: ['date', 'completed', 'due'], asks: 'decide' },
  stale: [
    { state: 'open', days: 10, when: 'due-soon' },
    { state: 'record', days: 25, when: 'record' },
  ],
  prefix: 'D-',
  question: 'What are the options, and what speaks for each?',
  begin: ({ due }) => [['due', due]],
  fields: {
    due: field(endDate, 'Decide by then.'),
    date: field(factDate, 'The day on which it was decided.'),
    decision_makers: field(listOf(person), 'Who decides.'),
    consulted: field(listOf(person), 'Who is asked before.'),
    informed: field(listOf(person), 'Who is told after.'),
    blocks: field(listOf(reference), 'The milestones that wait for it.', ['milestone']),
    supersedes: field(listOf(reference), 'The decisions that it replaces.', ['decision']),
    superseded_by: field(listOf(reference), 'The decision that replaces it.', ['decision']),
    outcome: field(text, 'What was decided.'),
  },
});
