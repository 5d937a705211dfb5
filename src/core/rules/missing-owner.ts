import type { Rule } from './rule.ts';

/**
 * An open item for which nobody answers: it has no owner, and neither has its workstream.
 *
 * The program's owner is not inherited: who answers for everything answers for nothing in particular. `owner: tbd`
 * is found as well, until there is one.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 *     ~~~~~~~~~~ missing-owner
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * workstreams:
 *   - { id: platform, owner: chen }
 * milestones:
 *   - { id: api-freeze, workstream: platform }
 * ---
 * ```
 */
export const missingOwner: Rule = {
  code: 'missing-owner',
  severity: 'warning',
  checkItem(item, _context, report) {
    if (!item.open || item.owner || item.parsed.broken) return;
    const written = item.field('owner')?.value;
    report({
      item,
      range: written ? written.range : item.idRange,
      message: written
        ? `${item.type.name} ${item.id} has no owner yet: name one`
        : `${item.type.name} ${item.id} has no owner${item.workstream ? `, and neither has workstream ${item.workstream}` : ''}: name one in owner`,
    });
  },
};
