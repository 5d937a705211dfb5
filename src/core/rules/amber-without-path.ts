import type { Rule } from './rule.ts';

/**
 * An owner says amber or red, and not what would bring it back to green.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * health: amber
 *         ~~~~~ amber-without-path
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * health: amber
 * path_to_green: Two engineers from mobile join for three weeks.
 * ---
 * ```
 */
export const amberWithoutPath: Rule = {
  code: 'amber-without-path',
  severity: 'info',
  scope: 'document',
  types: ['program', 'workstream', 'milestone'],
  checkItem(item, _context, report) {
    const { health, path_to_green } = item.values;
    if (!item.open || health === undefined || health === 'green' || path_to_green) return;
    report({
      item,
      range: item.at('health'),
      message: `${item.id} is ${health}, but nothing says what would bring it back: write path_to_green`,
    });
  },
};
