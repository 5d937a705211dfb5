import type { ProblemCode } from '../parse/problem.ts';
import { itemAt } from '../plan/item-at.ts';
import type { Report, RuleContext } from './rule.ts';

/** Reports what reading the documents found under a code: most rules on the format do nothing else. */
export function reportProblems(code: ProblemCode, { plan }: RuleContext, report: Report): void {
  for (const document of plan.documents) {
    const problems = [...document.problems, ...(plan.problems.get(document) ?? [])];
    for (const problem of problems) {
      if (problem.code !== code) continue;
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
}
