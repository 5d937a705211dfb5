import { adviceOnTitle } from '../plan/titles.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import { reported, reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A value that is not what its field holds: a date that does not exist, a duration that is none, a percentage of 140.
 *
 * The value counts as absent until it is mended; the rest of the item goes on working.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-11-31
 *      ~~~~~~~~~~ invalid-value
 * duration: soon
 *           ~~~~ invalid-value
 * mute: { forecast-latte: 2026-12-04 }
 *         ~~~~~~~~~~~~~~ invalid-value
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-W52
 * duration: 3 weeks
 * mute: { stale: 2026-12-04 }
 * ---
 * ```
 */
export const invalidValue: Rule = {
  code: 'invalid-value',
  severity: 'error',
  scope: 'document',
  checkDocument: reportProblems('invalid-value'),
  check({ plan }, report) {
    for (const document of plan.documentsWith('titled')) {
      for (const problem of document.problems) {
        if (!problem.titled) continue;
        const found = reported(problem, document, plan);
        const { field, title } = problem.titled;
        const program = (found.item ?? plan.itemsOf(document)[0])?.program;
        const advice = adviceOnTitle(title, program, plan);
        report(advice ? { ...found, ...advice, message: `${field}: ${advice.message}` } : found);
      }
    }
  },
  checkItem(item, { codes }, report) {
    for (const { code, codeRange } of item.values.mute ?? []) {
      if (codes.includes(code)) continue;
      const near = nearest(code, codes);
      report({
        item,
        range: codeRange,
        message: `mute: there is no rule ${quoted(code)}: ${near ? `did you mean ${near}?` : 'docs/rules lists them'}`,
        suggestion: near,
      });
    }
  },
};
