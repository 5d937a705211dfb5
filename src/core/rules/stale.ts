import { formatDay } from '../model/values/day.ts';
import type { Rule } from './rule.ts';

/**
 * An open item of which nobody has said anything for too long.
 *
 * What it says may no longer be true. Look at it, and set `updated`. How long is too long depends on the item: its
 * own `review_every`, else `stale_after` in `milepost.yaml`, else, in working days: a milestone that has started, or
 * is to start within 10 days, 10; a risk 25, an accepted one 65; an issue 20, from severity high 10; a decision,
 * dependency or action that is due within 15 days, 10; a proposal in a decision record, which says of none by when to decide,
 * 25; a program 25.
 *
 * News of an item is its `updated` and `reviewed`, the `reviewed` of its workstream or program, and in a git repository
 * the last commit that changed its own lines, in the front matter or in its prose: whichever is the latest. What is not
 * committed yet was changed today. Where there is neither a date nor git, an item is never stale.
 *
 * @notOk
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: in-progress
 * updated: 2026-10-30
 *          ~~~~~~~~~~ stale
 * ---
 * ```
 * @ok
 * ```md today=2026-11-21
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * status: in-progress
 * updated: 2026-11-09
 * ---
 * ```
 */
export const stale: Rule = {
  code: 'stale',
  severity: 'info',
  scope: 'neighbours',
  checkItem(item, { state }, report) {
    const found = state.staleness(item);
    if (!found) return;
    const { touched, byGit, passed, days, elapsed } = found;
    report({
      item,
      range: item.field('updated') ? item.at('updated') : item.idRange,
      message: `nobody has ${byGit ? 'changed' : 'touched'} ${item.id} since ${formatDay(touched)}, ${passed} ${elapsed ? 'days' : 'working days'} ago, and its limit is ${days}: look at it, and set ${item.document.convention ? 'its date' : 'updated'}`,
    });
  },
};
