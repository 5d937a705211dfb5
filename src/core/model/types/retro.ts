import { factDate, listOf, person, reference, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const retro = itemType({
  name: 'retro',
  plural: 'retros',
  collection: true,
  holdsItems: true,
  icon: 'history',
  shape: 'box',
  symbol: 'Object',
  doc: 'A retrospective, or the review of an incident: what was learned, and what is done about it.',
  statuses: {
    open: ['planned'],
    closed: ['held', 'cancelled'],
    good: 'held',
    dropped: ['cancelled'],
    byDate: 'held',
  },
  closedOn: 'date',
  stale: [],
  question: 'What went well, what did not, and what will be done otherwise? Write what follows as actions.',
  begin: () => [],
  fields: {
    date: field(factDate, 'The day on which it was held.'),
    about: field(listOf(reference), 'What it looks back on.', ['any']),
    attendees: field(listOf(person), 'Who was there.'),
    learned: field(listOf(text), 'What was learned, a sentence each.'),
  },
});
