import type { Cycle } from '../plan/cycles.ts';
import { MOST_RELATED } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * Items that wait for each other in a circle.
 *
 * Nothing in the circle can ever start. The finding stands on the link that closes it, and names the whole circle in
 * order; that link is left out, and the rest of the plan is computed without it. Of many circles through the same items
 * the first 20 are shown, and how many there are.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: cutover
 *     owner: chen
 *     depends_on: [rehearsal]
 *                  ~~~~~~~~~ dependency-cycle
 *   - id: migration
 *     owner: chen
 *     depends_on: [cutover]
 *   - id: rehearsal
 *     owner: dana
 *     depends_on: [migration]
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: cutover
 *     owner: chen
 *     depends_on: [rehearsal]
 *   - id: migration
 *     owner: chen
 *   - id: rehearsal
 *     owner: dana
 *     depends_on: [migration]
 * ---
 * ```
 */
export const dependencyCycle: Rule = {
  code: 'dependency-cycle',
  severity: 'error',
  check({ plan }, report) {
    for (const { links, closing, more } of counted(plan.cycles)) {
      const { from: item, written } = closing.reference;
      const names = links.map((link) => link.from.id);
      const shown = names.length > MOST_NAMED ? [...names.slice(0, MOST_NAMED - 1), '…'] : names;
      const circle = [...shown, names[0]].join(' → ');
      report({
        item,
        range: written.range,
        message: `${
          links.length === 1
            ? `${item.id} waits for itself: remove this link`
            : `this link closes a circle in which nothing can start (${circle}): remove it, or another link of the circle`
        }${more > 0 ? ` (and ${more} more circles of these items)` : ''}`,
        related: links
          .slice(0, MOST_RELATED)
          .filter((link) => link !== closing)
          .map((link) => ({
            message: `${link.to.id} waits for ${link.from.id}`,
            source: link.reference.from.document,
            range: link.reference.written.range,
          })),
      });
    }
  },
};

/** The cycles whose links are known, each with the number of those after it that are only counted. */
function counted(cycles: readonly Cycle[]): readonly (Cycle & { readonly more: number })[] {
  const told: (Cycle & { more: number })[] = [];
  for (const cycle of cycles) {
    const last = told.at(-1);
    if (cycle.links.length > 0) told.push({ ...cycle, more: 0 });
    else if (last) last.more++;
  }
  return told;
}

/** A longer circle is named in part. */
const MOST_NAMED = 12;
