import type { ParsedDocument } from '../parse/document.ts';
import type { Problem, ProblemCode } from '../parse/problem.ts';
import { itemAt } from '../plan/item-at.ts';
import type { DocumentContext, Report } from './rule.ts';

/**
 * A `checkDocument` that reports what was found under a code when the document was read: most rules on the format do
 * nothing else.
 */
export function reportProblems(code: ProblemCode) {
  return (document: ParsedDocument, { plan }: DocumentContext, report: Report): void => {
    for (const problem of document.problems) {
      // The rule that knows all titles says more of those.
      if (problem.code === code && !problem.titled) report(reported(problem, document, plan));
    }
    for (const problem of plan.problems.get(document) ?? []) {
      if (problem.code === code) report(reported(problem, document, plan));
    }
  };
}

/** A problem as a rule reports it. */
export const reported = (problem: Problem, document: ParsedDocument, plan: DocumentContext['plan']) => ({
  source: document,
  item: itemAt(plan, document, problem.range.start),
  message: problem.message,
  range: problem.range,
  related: (problem.related ?? []).map((related) => ({ ...related, source: document })),
  suggestion: problem.suggestion,
  severity: problem.severity,
});
