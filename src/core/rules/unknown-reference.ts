import { idFromPath } from '../parse/parse-document.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

/**
 * A reference to an item that is nowhere in the plan.
 *
 * An id is looked up in the item's own program first, then in the whole workspace. Ids match exactly; where one
 * differs only in case or by a small edit, the message names it. Nothing is said while a document that may hold the
 * item is broken. Programs and workstreams need no document before their names are used: only names that look
 * misspelt are found here.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: auth-cutover, owner: chen }
 *   - id: go-live
 *     owner: maria
 *     depends_on: [auth-cutver SS+5d, "payments/ledger"]
 *                  ~~~~~~~~~~~ unknown-reference
 *                                      ~~~~~~~~~~~~~~~ unknown-reference
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: auth-cutover, owner: chen }
 *   - id: go-live
 *     owner: maria
 *     depends_on: [auth-cutover SS+5d]
 * ---
 * ```
 */
export const unknownReference: Rule = {
  code: 'unknown-reference',
  severity: 'error',
  check({ plan }, report) {
    // Nobody knows what a file that could not be read holds.
    if (plan.partial) return;
    const maybe = idsInBrokenDocuments(plan);
    for (const item of plan.items) {
      for (const { fault, field, written } of item.references) {
        if (fault?.kind !== 'unknown' || maybe(written.name.id)) continue;
        report({
          item,
          range: written.range,
          message: `${field}: ${fault.message}`,
          ...(fault.suggestion ? { suggestion: fault.suggestion } : {}),
        });
      }
    }
  },
};

/** Whether a document whose front matter could not be read whole may hold an item of an id. */
function idsInBrokenDocuments(plan: Plan): (id: string) => boolean {
  const broken = plan.documents.filter((document) => document.broken);
  return (id) =>
    broken.some(({ path, text, frontMatter }) => {
      const end = frontMatter.closed ? frontMatter.range.end : text.length;
      return text.slice(frontMatter.range.start, end).normalize('NFC').includes(id) || idFromPath(path) === id;
    });
}
