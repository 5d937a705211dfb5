import type { FieldChange } from './plan-diff.ts';

/**
 * Fields that no schedule reads. Another title beside a date that moves for other reasons is none of these reasons; what is
 * not named here may be one, as a tag may, which freezes name.
 */
const TIMELESS = new Set([
  ...['title', 'owner', 'phase', 'priority', 'note', 'description', 'links', 'relates_to', 'mute'],
  ...['created', 'review_every', 'review_by', 'reviewed', 'health', 'path_to_green', 'stakeholders', 'informed'],
  ...['consulted', 'decision_makers', 'outcome', 'severity', 'probability', 'impact', 'impact_days', 'response'],
  // A day on which somebody looked dates only what was closed without one.
  ...['mitigation', 'trigger', 'updated'],
  ...['contingency', 'confidence', 'opened', 'occurred_on', 'escalated_to', 'escalations'],
  ...[
    'cadence',
    'risks_reviewed',
    'budget',
    'spent',
    'approver',
    'sent_to',
    'summary',
    'about',
    'attendees',
    'learned',
  ],
  ...['unit', 'direction', 'threshold', 'samples', 'key_results', 'delivered_by'],
]);

/** Whether what was changed in an item can move a date; without fields, it came, went, or is written elsewhere. */
export const mayMove = (fields: readonly FieldChange[] | undefined): boolean =>
  fields === undefined || fields.some(({ field }) => !TIMELESS.has(field));
