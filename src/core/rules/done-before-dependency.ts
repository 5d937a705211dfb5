import type { Rule } from './rule.ts';

/**
 * An item that is done while something it waited for is still open.
 *
 * Either it is not done, or the other is and nobody said so, or it never had to wait. Where the open one may finish
 * later (links FF, SS and SF), it is an info.
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
  checkItem(item, { plan }, report) {
    if (!item.finished) return;
    for (const { from, type, reference } of plan.linksTo(item)) {
      if (!from.open) continue;
      const waits = reference.field === 'blocks' ? 'which blocks it' : 'which it waits for';
      report({
        item: reference.from,
        range: reference.written.range,
        severity: type === 'FS' ? undefined : 'info',
        message: `${item.id} is ${item.status}, but ${from.id}, ${waits}, is ${from.status}`,
        related: [
          reference.from === item
            ? { message: `${from.id} is ${from.status}`, source: from.document, range: from.at('status') }
            : { message: `${item.id} is ${item.status}`, source: item.document, range: item.at('status') },
        ],
      });
    }
  },
};
