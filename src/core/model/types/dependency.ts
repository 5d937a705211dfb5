import { endDate, factDate, person, reference } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const dependency = itemType({
  name: 'dependency',
  plural: 'dependencies',
  collection: true,
  icon: 'arrow-swap',
  shape: 'leaning',
  symbol: 'Interface',
  doc: 'Something that somebody outside of the team delivers.',
  statuses: {
    open: ['requested', 'committed', 'at-risk', 'declined'],
    closed: ['delivered'],
    good: 'delivered',
    dropped: [],
    byDate: 'delivered',
  },
  closedOn: 'delivered',
  dueField: 'promised',
  // Who provides it says when, where that is known: then `delivered` alone dates it.
  forecast: { dates: ['delivered', 'promised', 'needed_by'], asks: 'needed' },
  stale: [{ state: 'open', days: 10, when: 'due-soon' }],
  question: 'What exactly is needed, and what happens without it?',
  begin: ({ from, due }) => [
    ['from', from],
    ['needed_by', due],
  ],
  fields: {
    from: field(person, 'Who delivers.'),
    to: field(person, 'Who waits.'),
    needed_by: field(endDate, 'When it is needed.'),
    promised: field(endDate, 'When it has been promised.'),
    provided_by: field(reference, 'The milestone that delivers it.', ['milestone']),
    delivered: field(factDate, 'The day on which it was delivered.'),
  },
});
