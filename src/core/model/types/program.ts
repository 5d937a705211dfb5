import { endDate, factDate, interval, listOf, person, recordOf, reference, startDate, text } from '../fields.ts';
import { itemType, STEERED_FIELDS } from '../item-type.ts';
import { field } from '../kind.ts';

/** Somebody who has an interest in a program: a name alone, or with what they want to hear. */
export const stakeholder = recordOf({
  name: 'stakeholder',
  example: '{ name: Priya Shah, role: CFO, wants: cost and date, cadence: 2w, channel: mail }',
  keys: { name: person, role: text, wants: text, cadence: interval, channel: text },
  needs: ['name'],
  alone: 'name',
});

/** How often a program is told of and looked at. */
export const cadence = recordOf({
  name: 'cadence',
  example: '{ updates: 1w, risk_review: 2w }',
  keys: { updates: interval, risk_review: interval },
  needs: [],
});

export const program = itemType({
  name: 'program',
  plural: 'programs',
  collection: false,
  holdsItems: true,
  icon: 'project',
  shape: 'box',
  symbol: 'Package',
  doc: 'Everything that ships together: its workstreams, milestones, risks and decisions.',
  statuses: {
    open: ['active', 'planned', 'on-hold'],
    closed: ['done', 'cancelled'],
    good: 'done',
    dropped: ['cancelled'],
    byDate: 'done',
  },
  closedOn: 'completed',
  dueField: 'target',
  stale: [{ state: 'open', days: 25 }],
  question: 'What is different in the world when this program has ended?',
  begin: ({ due, today }) => [
    ['start', today],
    ['target', due],
  ],
  fields: {
    ...STEERED_FIELDS,
    start: field(startDate, 'Nothing in the program starts before this.'),
    target: field(endDate, 'The date that has been promised for the whole.'),
    goal: field(reference, 'The milestone that the program is about.', ['milestone']),
    stakeholders: field(listOf(stakeholder), 'Who has an interest in it, and how often they hear of it.'),
    cadence: field(cadence, 'How often its status is told, and its risks are reviewed.'),
    reviewed: field(factDate, 'When the whole was last looked at: counts as news of every item in it.'),
    risks_reviewed: field(factDate, 'When its risks were last gone through, one by one.'),
  },
});
