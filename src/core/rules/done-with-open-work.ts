import type { Item } from '../plan/item.ts';
import { boxesOf } from '../plan/references.ts';
import type { Rule } from './rule.ts';

/**
 * An item that is done although its own text says that work is left: an empty box in its prose, or a progress below
 * 100 %.
 *
 * It stands on what is open: the progress, or the first empty box.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: done
 * ---
 *
 * - [x] Endpoints listed
 * - [ ] Deprecations announced
 *   ~~~ done-with-open-work
 * - [ ] Clients told
 * ```
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * completed: 2026-11-20
 * progress: 80%
 *           ~~~ done-with-open-work
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: done
 * progress: 100%
 * ---
 *
 * - [x] Endpoints listed
 * - [x] Deprecations announced
 * ```
 */
export const doneWithOpenWork: Rule = {
  code: 'done-with-open-work',
  severity: 'warning',
  scope: 'document',
  // A decided decision may well leave something to do.
  types: ['milestone', 'action', 'program', 'workstream'],
  checkItem(item, _context, report) {
    if (!item.finished) return;
    const boxes = boxesOf(item).filter((box) => !box.checked);
    const { progress } = item.values;
    const percent = typeof progress === 'number' && progress < 100 ? progress : undefined;
    const range = percent === undefined ? boxes[0]?.range : item.at('progress');
    if (!range) return;
    const work = [
      ...(percent === undefined ? [] : [`its progress is ${percent}%`]),
      ...(boxes.length === 0 ? [] : [boxes.length === 1 ? 'a box is open' : `${boxes.length} boxes are open`]),
    ];
    report({
      item,
      range,
      message: `${item.id} is ${item.status}, but ${work.join(' and ')}: finish it, or open it again`,
      related: [
        { message: `${item.id} is ${item.status}`, source: item.document, range: closing(item) },
        ...boxes
          .filter((box) => box.range !== range)
          .slice(0, MOST_BOXES)
          .map((box) => ({ message: 'an open box', source: item.document, range: box.range })),
      ],
    });
  },
};

/** How many further boxes are named. */
const MOST_BOXES = 5;

/** What says that an item is done: its status, or the date that closes it. */
function closing(item: Item) {
  if (item.field('status')) return item.at('status');
  const dated = item.field(item.type.closedOn as 'completed') ? item.type.closedOn : 'completed';
  return item.at(dated as 'completed');
}
