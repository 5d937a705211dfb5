import { choice, duration, factDate, level, listOf, probability, reference, text } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

export const risk = itemType({
  name: 'risk',
  plural: 'risks',
  collection: true,
  icon: 'warning',
  shape: 'flag',
  symbol: 'Variable',
  doc: 'Something that may happen, and what it would do to the plan.',
  statuses: {
    open: ['open', 'mitigating', 'accepted'],
    closed: ['occurred', 'closed'],
    good: 'closed',
    dropped: [],
    byDate: 'closed',
  },
  closedOn: 'completed',
  stale: [
    { state: 'accepted', days: 65, when: 'accepted' },
    { state: 'open', days: 25 },
  ],
  prefix: 'R-',
  question: 'How would one notice that it happens, and what makes it less likely?',
  begin: () => [
    ['probability', 'low'],
    ['impact', 'medium'],
  ],
  fields: {
    probability: field(probability, 'How likely it is: a percentage, or a level.'),
    impact: field(level, 'How bad it would be.'),
    impact_days: field(duration, 'How much working time it would cost.'),
    affects: field(listOf(reference), 'The milestones it threatens.', ['milestone']),
    response: field(choice('avoid', 'mitigate', 'transfer', 'accept'), 'What is done about it.'),
    mitigation: field(text, 'What makes it less likely, or less bad.'),
    contingency: field(text, 'What is done if it happens.'),
    trigger: field(text, 'How one notices that it happens.'),
    mitigated_by: field(listOf(reference), 'The actions and milestones that mitigate it.', ['action', 'milestone']),
    occurred_on: field(factDate, 'The day on which it happened.'),
    became: field(reference, 'The issue it turned into.', ['issue']),
  },
});
