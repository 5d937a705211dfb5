import type { Rule } from './rule.ts';

/**
 * An item that is done while something it waited for is still open.
 *
 * Either it is not done, or the other is and nobody said so, or it never had to wait. Where the open one may finish
 * later (links FF and SF, SS once it has started), it is an info.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *   - id: api-freeze
 *     owner: maria
 *     status: done
 *     completed: 2026-11-20
 *     depends_on: [auth-cutover]
 *                  ~~~~~~~~~~~~ done-before-dependency
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     status: done
 *     completed: 2026-11-18
 *   - id: api-freeze
 *     owner: maria
 *     status: done
 *     completed: 2026-11-20
 *     depends_on: [auth-cutover]
 * ---
 * ```
 */
export const doneBeforeDependency: Rule = {
  code: 'done-before-dependency',
  severity: 'warning',
  checkItem(item, _context, report) {
    if (!item.finished) return;
    for (const { field, target, written, fault, link } of item.references) {
      if (field !== 'depends_on' || fault || !target?.open) continue;
      report({
        item,
        range: written.range,
        ...(link === 'FS' ? {} : { severity: 'info' as const }),
        message: `${item.id} is ${item.status}, but ${target.id}, which it waits for, is ${target.status}`,
        related: [{ message: `${target.id} is ${target.status}`, source: target.document, range: target.at('status') }],
      });
    }
  },
};
