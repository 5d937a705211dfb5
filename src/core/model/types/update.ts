import { choice, factDate, listOf, person, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const update = itemType({
  name: 'update',
  plural: 'updates',
  collection: true,
  icon: 'megaphone',
  shape: 'box',
  symbol: 'String',
  doc: 'A status update: how its program stands on a day, in the words of its author.',
  statuses: {
    open: ['draft'],
    closed: ['published'],
    good: 'published',
    dropped: [],
    byDate: 'published',
  },
  closedOn: 'date',
  stale: [],
  question: 'What has changed since the last update, what does it mean, and what is needed from whom?',
  begin: () => [],
  fields: {
    date: field(factDate, 'The day on which it was sent.'),
    health: field(choice('green', 'amber', 'red'), 'How its author says the program stands.'),
    sent_to: field(listOf(person), 'The stakeholders it was sent to; without any, all of them.'),
    since: field(text, 'When the time that it is about begins: a day, or a revision.'),
    audience: field(text, 'Whom it is for: executive, engineering, team, or your own word.'),
    summary: field(text, 'The whole of it, in a sentence.'),
  },
});
