import type { FixMaker } from './fix.ts';
import { acceptRisk } from './make/accept-risk.ts';
import { acceptSide } from './make/accept-side.ts';
import { addFences } from './make/add-fences.ts';
import { addId } from './make/add-id.ts';
import { breakCycle } from './make/break-cycle.ts';
import { chooseProgram } from './make/choose-program.ts';
import { chooseStatus } from './make/choose-status.ts';
import { closeBlocker } from './make/close-blocker.ts';
import { closeItem } from './make/close-item.ts';
import { correctBlock } from './make/correct-block.ts';
import { correctConfiguration } from './make/correct-configuration.ts';
import { correctLink, correctMention } from './make/correct-mention.ts';
import { correctPerson } from './make/correct-person.ts';
import { correctReference } from './make/correct-reference.ts';
import { correctSource } from './make/correct-source.ts';
import { correctValue } from './make/correct-value.ts';
import { correctWord } from './make/correct-word.ts';
import { createIssue } from './make/create-issue.ts';
import { createMissing } from './make/create-missing.ts';
import { decisionDate } from './make/decision-date.ts';
import { dropCancelled } from './make/drop-cancelled.ts';
import { escalate } from './make/escalate.ts';
import { escalateFurther } from './make/escalate-further.ts';
import { finishPredecessor } from './make/finish-predecessor.ts';
import { finishWork } from './make/finish-work.ts';
import { moveLateDues, moveOwnDue, setExpected } from './make/follow-forecast.ts';
import { indentWithSpaces } from './make/indent-with-spaces.ts';
import { mendFrontMatter } from './make/mend-front-matter.ts';
import { moveToBlocks } from './make/move-to-blocks.ts';
import { nextReview } from './make/next-review.ts';
import { ownField } from './make/own-field.ts';
import { pastFact } from './make/past-fact.ts';
import { plainValue } from './make/plain-value.ts';
import { qualifyReference } from './make/qualify-reference.ts';
import { quoteValue } from './make/quote-value.ts';
import { referToSuccessor } from './make/refer-to-successor.ts';
import { removeCloser } from './make/remove-closer.ts';
import { removeDouble } from './make/remove-double.ts';
import { removeMarker } from './make/remove-marker.ts';
import { removeWrongReference } from './make/remove-reference.ts';
import { renameField } from './make/rename-field.ts';
import { renumber } from './make/renumber.ts';
import { reopenItem } from './make/reopen-item.ts';
import { reviewRisks } from './make/review-risks.ts';
import { setDeliverer } from './make/set-deliverer.ts';
import { setHealth } from './make/set-health.ts';
import { setLevels } from './make/set-levels.ts';
import { setOwner } from './make/set-owner.ts';
import { setUpdated } from './make/set-updated.ts';
import { startItem } from './make/start-item.ts';
import { updateBlock } from './make/update-block.ts';

/**
 * What makes fixes for the findings of each rule, in the order in which they are offered. A new fix is one file and one
 * entry here; their comments are docs/fixes.md and the last part of the pages of the rules.
 */
export const FIX_MAKERS: Readonly<Record<string, readonly FixMaker[]>> = {
  'invalid-front-matter': [removeDouble, indentWithSpaces, mendFrontMatter],
  'unfenced-front-matter': [addFences],
  'merge-conflict': [acceptSide, removeMarker],
  'invalid-configuration': [correctConfiguration],
  'unknown-type': [correctWord],
  'unknown-status': [correctWord, chooseStatus],
  'invalid-value': [correctWord, plainValue, correctValue],
  'missing-field': [addId, setLevels, setDeliverer, chooseProgram],
  'duplicate-id': [renumber],
  'unknown-reference': [correctReference, createMissing, removeWrongReference],
  'ambiguous-reference': [qualifyReference],
  'wrong-reference-type': [moveToBlocks, removeWrongReference],
  'dependency-cycle': [breakCycle],
  'date-in-future': [pastFact],
  'depends-on-cancelled': [dropCancelled],
  'done-before-dependency': [finishPredecessor],
  'done-with-open-work': [finishWork, reopenItem],
  overdue: [closeItem, moveOwnDue],
  'decision-overdue': [closeItem],
  'forecast-late': [moveLateDues],
  'expected-impossible': [setExpected],
  blocked: [closeBlocker],
  'not-escalated': [escalate],
  'escalation-unanswered': [escalateFurther],
  'risk-without-mitigation': [acceptRisk],
  'metric-source': [correctSource],
  'yaml-surprise': [quoteValue],
  'missing-owner': [setOwner],
  'misspelt-person': [correctPerson],
  'broken-mention': [correctMention, correctLink],
  'invalid-block': [correctBlock, removeCloser],
  'outdated-block': [updateBlock],
  'unknown-field': [renameField, ownField],
  stale: [setUpdated],
  'start-overdue': [startItem],
  'risk-review-overdue': [nextReview],
  'risk-review-missed': [reviewRisks],
  'complete-but-open': [closeItem],
  'out-of-sequence': [finishPredecessor],
  'health-mismatch': [setHealth],
  'occurred-risk-without-issue': [createIssue],
  'cites-superseded-decision': [referToSuccessor],
  'accepted-without-date': [decisionDate],
};
