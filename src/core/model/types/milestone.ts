import {
  choice,
  days,
  dependency,
  duration,
  endDate,
  estimate,
  factDate,
  flag,
  listOf,
  probability,
  progress,
  startDate,
} from '../fields.ts';
import { itemType, STEERED_FIELDS } from '../item-type.ts';
import { field } from '../kind.ts';

export const milestone = itemType({
  name: 'milestone',
  plural: 'milestones',
  collection: true,
  icon: 'milestone',
  doc: 'Something to be reached, with or without work of its own.',
  statuses: {
    open: ['planned', 'in-progress', 'at-risk', 'blocked'],
    closed: ['done', 'cancelled'],
    good: 'done',
    dropped: ['cancelled'],
    byDate: 'done',
  },
  closedOn: 'completed',
  dueField: 'due',
  fields: {
    ...STEERED_FIELDS,
    start: field(startDate, 'It does not start before this.'),
    due: field(endDate, 'The commitment: when it has to be reached.'),
    commitment: field(choice('target', 'firm'), 'Whether the due date is a target or firm.'),
    key: field(flag, 'Leaders watch it; its date is firm.'),
    expected: field(endDate, "The owner's own forecast."),
    duration: field(duration, 'How much working time it takes.'),
    estimate: field(estimate, 'Optimistic, likely and pessimistic working time.'),
    progress: field(progress, 'How much of its work is done, or "checklist": the share of ticked boxes.'),
    started: field(factDate, 'The day on which work on it started.'),
    depends_on: field(listOf(dependency), 'What it waits for.', ['milestone', 'dependency', 'decision']),
    windows: field(listOf(days), 'The only dates on which it can finish.'),
    confidence: field(probability, 'How sure its owner is of the date.'),
  },
});
