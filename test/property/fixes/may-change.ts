/** The fields by which one item waits for another. */
const LINKS = ['depends_on', 'blocks', 'provided_by', 'for', 'needs'];

/** The fields by which one item names another. */
const REFERENCES = [
  ...LINKS,
  ...['affects', 'relates_to', 'mitigated_by', 'supersedes', 'superseded_by', 'became', 'goal'],
];

/** The fields that say that an item is at its end. */
const ENDS = ['status', 'completed', 'date', 'delivered', 'resolved', 'done', 'approved', 'progress'];

/** The fields that fixes of each rule may change, of any item; all others have to stay what they are. */
export const MAY_CHANGE: Readonly<Record<string, readonly string[] | 'anything'>> = {
  'forecast-late': ['due'],
  'expected-impossible': ['expected'],
  'start-overdue': ['started', 'status'],
  'complete-but-open': ['status', 'completed'],
  'out-of-sequence': [...LINKS, ...ENDS],
  'health-mismatch': ['health'],
  'invalid-front-matter': 'anything',
  'unfenced-front-matter': [],
  'merge-conflict': 'anything',
  'unknown-field': 'anything',
  'unknown-type': [],
  'unknown-status': ['status'],
  'invalid-value': 'anything',
  'missing-field': ['title', 'probability', 'impact', 'from', 'program'],
  'duplicate-id': [...REFERENCES, 'workstream', 'title'],
  'unknown-reference': [...REFERENCES, 'workstream', 'program', 'title'],
  'ambiguous-reference': REFERENCES,
  'wrong-reference-type': [...REFERENCES, 'workstream', 'program'],
  'dependency-cycle': LINKS,
  'date-in-future': 'anything',
  'depends-on-cancelled': ['depends_on', 'provided_by'],
  'done-before-dependency': [...LINKS, ...ENDS],
  'done-with-open-work': ['progress', 'status', 'completed', 'done'],
  overdue: ['status', 'completed', 'delivered', 'resolved', 'done', 'approved', 'progress', 'due'],
  'decision-overdue': ['status', 'date', 'completed'],
  blocked: ['status', 'date', 'completed', 'resolved', 'done', 'depends_on'],
  'risk-without-mitigation': ['response'],
  'yaml-surprise': ['title', 'note', 'owner', 'from', 'tags', 'team'],
  'missing-owner': ['owner'],
  'misspelt-person': ['owner', 'from', 'team', 'decision_makers', 'stakeholders', 'escalations'],
  'broken-mention': [],
  'invalid-block': [],
  'outdated-block': [],
  stale: ['updated'],
  'not-escalated': ['escalations'],
  'metric-source': ['source'],
  'escalation-unanswered': ['escalations'],
  'risk-review-missed': ['risks_reviewed'],
  'risk-review-overdue': ['updated', 'review_by'],
  'occurred-risk-without-issue': ['became', 'title'],
  'cites-superseded-decision': ['relates_to'],
  'accepted-without-date': ['date'],
};
