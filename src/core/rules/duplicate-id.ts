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
    const byKey = new Map<string, Item[]>();
    for (const item of plan.items) {
      const same = byKey.get(item.key);
      if (same) same.push(item);
      else byKey.set(item.key, [item]);
    }
    for (const items of byKey.values()) {
      if (items.length > 1) for (const item of items) reportDuplicate(item, items, report);
    }
  },
};

function reportDuplicate(item: Item, items: readonly Item[], report: Report): void {
  const others = items.filter((other) => other !== item);
  const places = others.map(
    (other) => `${other.document.path}:${other.document.lines.positionAt(other.idRange.start).line + 1}`,
  );
  const scope = item.type.name === 'program' ? '' : ` in program ${item.program}`;
  report({
    item,
    range: item.idRange,
    message: `${quoted(item.id)} is the id of another item${scope}, at ${places.join(' and ')}: give one of them another id`,
    related: others.map((other) => ({
      message: `${other.type.name} ${quoted(other.title)}`,
      source: other.document,
      range: other.idRange,
    })),
  });
}
