import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A document's `type` that is none of Milepost's, in a document that is part of a plan.
 *
 * A type that is a small edit away from a known one is read as that one, so that nothing else is wrong for it. Files
 * whose type resembles none, and that hold no collection, are left alone: they are somebody else's.
 *
 * @notOk
 * ```md
 * ---
 * type: milestoen
 *       ~~~~~~~~~ unknown-type
 * id: api-freeze
 * owner: maria
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * ---
 * ```
 * @ok A blog post is no plan.
 * ```md
 * ---
 * type: post
 * status: nearly
 * ---
 * ```
 */
export const unknownType: Rule = {
  code: 'unknown-type',
  severity: 'error',
  scope: 'document',
  checkDocument: reportProblems('unknown-type'),
};
