import type { ParsedDocument } from '../parse/document.ts';
import type { Problem, ProblemCode } from '../parse/problem.ts';
import { itemAt } from '../plan/item-at.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report, RuleContext } from './rule.ts';

/** Reports what reading the documents found under a code: most rules on the format do nothing else. */
export function reportProblems(code: ProblemCode, { plan, problems }: RuleContext, report: Report): void {
  for (const { document, problem } of problems.get(code) ?? []) {
    report({
      source: document,
      item: itemAt(plan, document, problem.range.start),
      message: problem.message,
      range: problem.range,
      related: (problem.related ?? []).map((related) => ({ ...related, source: document })),
      ...(problem.suggestion ? { suggestion: problem.suggestion } : {}),
      ...(problem.severity ? { severity: problem.severity } : {}),
    });
  }
}

/** A problem and the document in which it stands. */
export interface PlacedProblem {
  readonly document: ParsedDocument;
  readonly problem: Problem;
}

/** The problems of all documents of a plan by their codes. */
export function problemsByCode(plan: Plan): ReadonlyMap<ProblemCode, readonly PlacedProblem[]> {
  const byCode = new Map<ProblemCode, PlacedProblem[]>();
  const add = (document: ParsedDocument, problem: Problem): void => {
    const same = byCode.get(problem.code);
    if (same) same.push({ document, problem });
    else byCode.set(problem.code, [{ document, problem }]);
  };
  for (const document of plan.documents) for (const problem of document.problems) add(document, problem);
  for (const [document, problems] of plan.problems) for (const problem of problems) add(document, problem);
  return byCode;
}
