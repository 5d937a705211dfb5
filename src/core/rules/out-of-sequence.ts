import type { Item, Link } from '../plan/item.ts';
import { hasStarted } from '../plan/references.ts';
import { isCompleteButOpen } from './complete-but-open.ts';
import type { Rule } from './rule.ts';

/**
 * A milestone that is being worked on while something it has to wait for is still open.
 *
 * The forecast lets the rest of its work wait. If it does not have to, the link is wrong, or of another type: start to
 * start (SS), say.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     duration: 5d
 *   - id: api-freeze
 *     owner: maria
 *     status: in-progress
 *     duration: 10d
 *     depends_on: [auth-cutover]
 *                  ~~~~~~~~~~~~ out-of-sequence
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: auth-cutover
 *     owner: chen
 *     status: in-progress
 *     duration: 5d
 *   - id: api-freeze
 *     owner: maria
 *     status: in-progress
 *     duration: 10d
 *     depends_on: [auth-cutover SS]
 * ---
 * ```
 */
export const outOfSequence: Rule = {
  code: 'out-of-sequence',
  severity: 'info',
  scope: 'standing',
  checkItem(item, { plan, isOn }, report) {
    // Of what is complete it is a finding of its own that it is open.
    const saidThere = (from: Item): boolean => isOn('complete-but-open') && isCompleteButOpen(from, plan);
    // The finding stands where the first such link is written: with what waits, or with what it waits for.
    const written = [...plan.linksTo(item), ...plan.linksFrom(item)].filter(({ reference }) => reference.from === item);
    for (const waiting of new Set(written.map(({ to }) => to))) {
      if (waiting.type.name !== 'milestone' || !waiting.open || !hasStarted(waiting)) continue;
      const ahead = plan
        .linksTo(waiting)
        .filter((link) => isAhead(link) && !saidThere(link.from) && !plan.closesCycle(link));
      const [first] = ahead;
      if (first?.reference.from !== item) continue;
      const more = ahead.length > 1 ? ` (and ${ahead.length - 1} more)` : '';
      report({
        item,
        range: first.reference.written.range,
        message: `${waiting.id} has started, although ${reasonFor(first)}${more}: the forecast lets the rest of it wait`,
        related: ahead.map(({ from }) => ({
          message: `${from.id} is ${from.status}`,
          source: from.document,
          range: place(from),
        })),
      });
    }
  },
};

const place = (item: Item) => (item.field('status') ? item.at('status') : item.idRange);

/** Whether what waits has started before the link allows it to. */
const isAhead = ({ from, type }: Link): boolean =>
  from.open && (type === 'FS' || (type === 'SS' && from.type.name === 'milestone' && !hasStarted(from)));

const reasonFor = ({ from, type }: Link): string =>
  type === 'FS' ? `${from.id}, which it waits for, is still open` : `${from.id}, with which it starts, has not started`;
