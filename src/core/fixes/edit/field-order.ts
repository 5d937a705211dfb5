/** The order in which people, and the files that Milepost writes, give the fields of an item. */
const ORDER: readonly string[] = [
  ...['type', 'id', 'title', 'status', 'health', 'path_to_green', 'owner', 'approver', 'team'],
  ...['program', 'workstream', 'phase', 'priority', 'tags', 'from', 'to'],
  ...['probability', 'impact', 'impact_days', 'severity', 'response'],
  ...['start', 'target', 'goal', 'due', 'needed_by', 'promised', 'provided_by', 'date'],
  ...['commitment', 'key', 'expected', 'lead_time', 'duration', 'estimate', 'progress', 'confidence', 'windows'],
  ...['budget', 'spent', 'unit', 'direction', 'threshold', 'samples', 'key_results', 'delivered_by', 'about'],
  ...[
    'opened',
    'started',
    'occurred_on',
    'submitted',
    'approved',
    'completed',
    'done',
    'delivered',
    'resolved',
    'became',
  ],
  ...['depends_on', 'for', 'needs', 'affects', 'blocks', 'supersedes', 'superseded_by', 'mitigated_by', 'relates_to'],
  ...[
    'decision_makers',
    'consulted',
    'informed',
    'escalated_to',
    'escalations',
    'stakeholders',
    'cadence',
    'sent_to',
    'attendees',
  ],
  ...['mitigation', 'contingency', 'trigger', 'outcome', 'summary', 'learned'],
  ...[
    'created',
    'updated',
    'reviewed',
    'risks_reviewed',
    'review_every',
    'review_by',
    'note',
    'description',
    'links',
    'mute',
    'calendar',
  ],
];

const RANKS: ReadonlyMap<string, number> = new Map(ORDER.map((name, rank) => [name, rank]));

/** The place of a field among all; undefined for what is no field of Milepost's. */
export const fieldRank = (name: string): number | undefined => RANKS.get(name);
