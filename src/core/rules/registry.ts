import { acceptedWithoutDate } from './accepted-without-date.ts';
import { amberWithoutPath } from './amber-without-path.ts';
import { ambiguousReference } from './ambiguous-reference.ts';
import { blocked } from './blocked.ts';
import { blockedUpstream } from './blocked-upstream.ts';
import { blockedWithoutCause } from './blocked-without-cause.ts';
import { brokenMention } from './broken-mention.ts';
import { citesSupersededDecision } from './cites-superseded-decision.ts';
import { completeButOpen } from './complete-but-open.ts';
import { dateInFuture } from './date-in-future.ts';
import { decisionOverdue } from './decision-overdue.ts';
import { dependencyCycle } from './dependency-cycle.ts';
import { dependencyUncommitted } from './dependency-uncommitted.ts';
import { dependsOnCancelled } from './depends-on-cancelled.ts';
import { doneBeforeDependency } from './done-before-dependency.ts';
import { doneWithOpenWork } from './done-with-open-work.ts';
import { dueBeforeDependency } from './due-before-dependency.ts';
import { duplicateId } from './duplicate-id.ts';
import { escalationUnanswered } from './escalation-unanswered.ts';
import { expectedImpossible } from './expected-impossible.ts';
import { forecastLate } from './forecast-late.ts';
import { gateOverdue } from './gate-overdue.ts';
import { healthMismatch } from './health-mismatch.ts';
import { invalidBlock } from './invalid-block.ts';
import { invalidConfiguration } from './invalid-configuration.ts';
import { invalidFrontMatter } from './invalid-front-matter.ts';
import { invalidValue } from './invalid-value.ts';
import { leadBeforeStart } from './lead-before-start.ts';
import { mergeConflict } from './merge-conflict.ts';
import { metricBeyondThreshold } from './metric-beyond-threshold.ts';
import { metricNotFed } from './metric-not-fed.ts';
import { metricSource } from './metric-source.ts';
import { metricWorsening } from './metric-worsening.ts';
import { missingField } from './missing-field.ts';
import { missingOwner } from './missing-owner.ts';
import { missingPaper } from './missing-paper.ts';
import { misspeltPerson } from './misspelt-person.ts';
import { noWindowLeft } from './no-window-left.ts';
import { notEscalated } from './not-escalated.ts';
import { objectiveLate } from './objective-late.ts';
import { occurredRiskWithoutIssue } from './occurred-risk-without-issue.ts';
import { outOfSequence } from './out-of-sequence.ts';
import { outdatedBlock } from './outdated-block.ts';
import { overdue } from './overdue.ts';
import { retroActionOpen } from './retro-action-open.ts';
import { riskReviewMissed } from './risk-review-missed.ts';
import { riskReviewOverdue } from './risk-review-overdue.ts';
import { riskWithoutMitigation } from './risk-without-mitigation.ts';
import type { Rule } from './rule.ts';
import { spendingAhead } from './spending-ahead.ts';
import { stakeholderNotInformed } from './stakeholder-not-informed.ts';
import { stale } from './stale.ts';
import { startAfterDue } from './start-after-due.ts';
import { startOverdue } from './start-overdue.ts';
import { supersededWithoutSuccessor } from './superseded-without-successor.ts';
import { unfencedFrontMatter } from './unfenced-front-matter.ts';
import { unknownBaseline } from './unknown-baseline.ts';
import { unknownField } from './unknown-field.ts';
import { unknownReference } from './unknown-reference.ts';
import { unknownStatus } from './unknown-status.ts';
import { unknownType } from './unknown-type.ts';
import { updateMissed } from './update-missed.ts';
import { wrongReferenceType } from './wrong-reference-type.ts';
import { yamlSurprise } from './yaml-surprise.ts';

/** Every rule, in the order of docs/rules. A new rule is one file and one line here. */
export const RULES: readonly Rule[] = [
  invalidFrontMatter,
  unfencedFrontMatter,
  mergeConflict,
  invalidConfiguration,
  unknownType,
  unknownStatus,
  invalidValue,
  missingField,
  duplicateId,
  unknownReference,
  ambiguousReference,
  wrongReferenceType,
  dependencyCycle,
  startAfterDue,
  dateInFuture,
  dueBeforeDependency,
  dependsOnCancelled,
  doneBeforeDependency,
  doneWithOpenWork,
  overdue,
  gateOverdue,
  decisionOverdue,
  forecastLate,
  blocked,
  blockedWithoutCause,
  dependencyUncommitted,
  notEscalated,
  escalationUnanswered,
  objectiveLate,
  spendingAhead,
  metricBeyondThreshold,
  expectedImpossible,
  noWindowLeft,
  leadBeforeStart,
  riskWithoutMitigation,
  yamlSurprise,
  missingOwner,
  misspeltPerson,
  missingPaper,
  brokenMention,
  invalidBlock,
  outdatedBlock,
  unknownBaseline,
  unknownField,
  stale,
  startOverdue,
  riskReviewOverdue,
  riskReviewMissed,
  updateMissed,
  stakeholderNotInformed,
  metricSource,
  metricWorsening,
  metricNotFed,
  retroActionOpen,
  completeButOpen,
  outOfSequence,
  healthMismatch,
  occurredRiskWithoutIssue,
  supersededWithoutSuccessor,
  citesSupersededDecision,
  acceptedWithoutDate,
  amberWithoutPath,
  blockedUpstream,
];

/** The codes of all rules. */
export const RULE_CODES: readonly string[] = RULES.map((rule) => rule.code);
