import type { Rule } from './rule.ts';

/**
 * An item that is done while something it waited for is still open.
 *
 * Either it is not done, or the other is and nobody said so, or it never had to wait. Where the open one may finish
 * later (links FF, SS and SF), it is an info. A milestone is not done before its gates.
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
  scope: 'neighbours',
  checkItem(item, { plan }, report) {
    for (const { from, to, type, reference } of [...plan.linksTo(item), ...plan.linksFrom(item)]) {
      if (reference.from !== item || !to.finished || !from.open) continue;
      const isGate = reference.field === 'for';
      const waits = isGate
        ? 'which it has to pass'
        : reference.field === 'blocks'
          ? 'which blocks it'
          : 'which it waits for';
      report({
        item,
        range: reference.written.range,
        severity: type === 'FS' || isGate ? undefined : 'info',
        message: `${to.id} is ${to.status}, but ${from.id}, ${waits}, is ${from.status}: close ${from.id}, or open ${to.id} again`,
        related: [
          to === item
            ? { message: `${from.id} is ${from.status}`, source: from.document, range: from.at('status') }
            : { message: `${to.id} is ${to.status}`, source: to.document, range: to.at('status') },
        ],
      });
    }
  },
};
