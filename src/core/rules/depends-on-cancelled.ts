import type { Rule } from './rule.ts';

/**
 * An open item that waits for something that will never come: a milestone that was cancelled, a decision that was
 * rejected, deprecated or superseded.
 *
 * The link is left out of the forecast. Either it is no longer needed, or something else has to take its place.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: old-gateway
 *     owner: chen
 *     status: cancelled
 *   - id: go-live
 *     owner: maria
 *     depends_on: [old-gateway]
 *                  ~~~~~~~~~~~ depends-on-cancelled
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: old-gateway
 *     owner: chen
 *     status: cancelled
 *   - id: go-live
 *     owner: maria
 * ---
 * ```
 */
export const dependsOnCancelled: Rule = {
  code: 'depends-on-cancelled',
  severity: 'warning',
  scope: 'neighbours',
  checkItem(item, { plan }, report) {
    if (!item.open) return;
    for (const { field, target, written, fault } of plan.referencesFrom(item)) {
      if ((field !== 'depends_on' && field !== 'provided_by') || fault || !target?.dropped) continue;
      const successor = plan.referencesFrom(target).find((reference) => reference.field === 'superseded_by')?.target;
      report({
        item,
        range: written.range,
        message: `${item.id} waits for ${target.id}, which is ${target.status}: ${
          successor ? `${successor.id} takes its place` : 'remove the link, or name what takes its place'
        }`,
        related: [{ message: `status: ${target.status}`, source: target.document, range: target.at('status') }],
      });
    }
  },
};
