import type { Item } from '../plan/item.ts';
import { quoted } from '../text/visible.ts';
import type { Report, Rule } from './rule.ts';

/**
 * Two items of one program, or two programs, with the same id.
 *
 * It happens when two branches add the next number. Both items stay in the plan; references mean the first, in the
 * order of files. One of them needs another id.
 *
 * @notOk
 * ```md file=risks.md
 * ---
 * type: register
 * actions:
 *   - id: A-1
 *         ~~~ duplicate-id
 *     owner: dana
 *   - id: A-1
 *         ~~~ duplicate-id
 *     owner: chen
 * ---
 * ```
 * @ok
 * ```md file=risks.md
 * ---
 * type: register
 * actions:
 *   - id: A-1
 *     owner: dana
 *   - id: A-2
 *     owner: chen
 * ---
 * ```
 */
export const duplicateId: Rule = {
  code: 'duplicate-id',
  severity: 'error',
  check({ plan }, report) {
    for (const items of plan.lookup.duplicates) {
      for (const [index, item] of items.entries())
        reportDuplicate(item, othersThan(index, items), items.length, report);
    }
  },
};

/** How many of the other items are named. */
const MOST_NAMED = 3;

/** The first few of a group without one: a merge gone wrong can leave thousands. */
const othersThan = (index: number, items: readonly Item[]): Item[] =>
  items
    .slice(0, MOST_NAMED + 1)
    .filter((_, other) => other !== index)
    .slice(0, MOST_NAMED);

function reportDuplicate(item: Item, others: readonly Item[], count: number, report: Report): void {
  const places = others.map(
    (other) => `${other.document.path}:${other.document.lines.positionAt(other.idRange.start).line + 1}`,
  );
  const more = count - 1 - others.length;
  const at = `${places.join(' and ')}${more > 0 ? ` and ${more} more places` : ''}`;
  const scope = item.type.name === 'program' ? '' : ` in program ${item.program}`;
  report({
    item,
    range: item.idRange,
    message: `${quoted(item.id)} is the id of another item${scope}, at ${at}: give one of them another id`,
    related: others.map((other) => ({
      message: `${other.type.name} ${quoted(other.title)}`,
      source: other.document,
      range: other.idRange,
    })),
  });
}
