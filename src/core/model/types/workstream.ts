import { factDate, listOf, person } from '../fields.ts';
import { itemType, STEERED_FIELDS } from '../item-type.ts';
import { field } from '../kind.ts';

export const workstream = itemType({
  name: 'workstream',
  plural: 'workstreams',
  collection: true,
  holdsItems: true,
  icon: 'git-merge',
  shape: 'box',
  symbol: 'Namespace',
  doc: 'A part of a program that one team answers for.',
  statuses: {
    open: ['active', 'planned', 'on-hold'],
    closed: ['done', 'cancelled'],
    good: 'done',
    dropped: ['cancelled'],
    byDate: 'done',
  },
  closedOn: 'completed',
  stale: [],
  question: 'What does this workstream deliver, and to whom?',
  begin: () => [],
  fields: {
    ...STEERED_FIELDS,
    team: field(listOf(person), 'Who works on it.'),
    reviewed: field(factDate, 'When the whole was last looked at: counts as news of every item in it.'),
  },
});
